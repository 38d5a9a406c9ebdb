import type { Metadata } from "next";
import { Brand } from "../shell/masthead.tsx";
import { NothingHere } from "../shell/nothing-here.tsx";

export const metadata: Metadata = { title: "Nothing under this address", robots: { index: false } };

/**
 * What is missing outside the pages that are read. Next draws it with every page there is, in case that page is missing: so
 * nothing in it may ask for anything.
 */
export default function NotFound() {
  return (
    <>
      <header className="mast">
        <div className="wrap">
          <Brand />
        </div>
      </header>
      <main id="content" className="wrap" tabIndex={-1} data-still="">
        <NothingHere />
      </main>
    </>
  );
}
