import { Link } from "../ui/link.tsx";
import { PageScript } from "../ui/page-script.tsx";

/** The way to the search, which a script makes the way into the palette; with it come the keys of every page. */
export const FindLink = () => (
  <>
    <Link className="find" href="/search" aria-keyshortcuts="Control+K">
      <svg aria-hidden="true">
        <use href="#find" />
      </svg>
      <span>Search or go to</span>
      <kbd>Ctrl K</kbd>
    </Link>
    <PageScript name="keys" />
  </>
);
