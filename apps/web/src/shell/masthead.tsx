import { Link } from "../ui/link.tsx";
import { isWithin, places } from "./places.ts";

/** Mark and places. On small screens the places stand behind "Menu", a disclosure that needs no script. */
export function Masthead({ path }: { path: string }) {
  const list = (
    <ul>
      {places.map(({ href, name }) => (
        <li key={href}>
          <Link href={href} aria-current={path === href ? "page" : isWithin(path, href) ? "true" : undefined}>
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
  return (
    <header className="mast">
      <div className="wrap">
        <Link className="brand" href="/">
          <svg aria-hidden="true">
            <use href="#mark" />
          </svg>
          Readout
        </Link>
        <nav className="places" aria-label="Main">
          {list}
        </nav>
        <details className="menu">
          <summary className="button">Menu</summary>
          <nav aria-label="Menu">{list}</nav>
        </details>
      </div>
    </header>
  );
}
