import "./desk.css";
import type { Me } from "@readout/core/account";
import type { ReactNode } from "react";
import { DeskList, Masthead } from "../shell/masthead.tsx";
import { SkipLink } from "../shell/skip-link.tsx";

type DeskShellProps = {
  href: string;
  me: Me;
  /** Whether its pages are whole as sent, and need no script. */
  still?: boolean;
  children: ReactNode;
};

/** What stands around the pages of the desk: masthead, its pages. They show today and no other day, and ship their script. */
export function DeskShell({ href, me, still = false, children }: DeskShellProps) {
  return (
    <>
      <SkipLink />
      <Masthead href={href} me={me} />
      <nav className="desk-places" aria-label="Desk">
        <div className="wrap">
          <DeskList path={href.split("?")[0] ?? ""} me={me} />
        </div>
      </nav>
      <main id="content" className="wrap desk" tabIndex={-1} {...(still && { "data-still": "" })}>
        {children}
      </main>
    </>
  );
}
