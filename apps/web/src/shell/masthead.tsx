import type { Me } from "@readout/core/account";
import { Link } from "../ui/link.tsx";
import { AccountCorner, SignIn, SignOut } from "./account-corner.tsx";
import { FindLink } from "./find-link.tsx";
import { deskPlacesFor, isWithin, places } from "./places.ts";

type MastheadProps = {
  /** The address of the page, with its query. */
  href: string;
  me: Me | null;
};

/** Mark, places and who is signed in. On small screens the places stand behind "Menu", a disclosure that needs no script. */
export function Masthead({ href, me }: MastheadProps) {
  const path = href.split("?")[0] ?? "/";
  const list = (
    <ul>
      {places.map(({ href: place, name }) => (
        <li key={place}>
          <Link href={place} aria-current={path === place ? "page" : isWithin(path, place) ? "true" : undefined}>
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
  return (
    <header className="mast">
      <div className="wrap">
        <Brand />
        <nav className="places" aria-label="Main">
          {list}
        </nav>
        <FindLink />
        <AccountCorner me={me} href={href} />
        <details className="menu">
          <summary className="button">Menu</summary>
          <nav aria-label="Menu">
            {list}
            {me === null ? (
              <SignIn href={href} />
            ) : (
              <>
                <DeskList path={path} me={me} />
                <SignOut className="as-row" />
              </>
            )}
          </nav>
        </details>
      </div>
    </header>
  );
}

/** The mark, which leads to the first page. */
export const Brand = () => (
  <Link className="brand" href="/">
    <svg aria-hidden="true">
      <use href="#mark" />
    </svg>
    Readout
  </Link>
);

/** The pages of the desk that somebody may open. */
export function DeskList({ path, me }: { path: string; me: Me }) {
  return (
    <ul>
      {deskPlacesFor(me.role).map(({ href, name }) => (
        <li key={href}>
          <a href={href} aria-current={path === href ? "page" : undefined}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
