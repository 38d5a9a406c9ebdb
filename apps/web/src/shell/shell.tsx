import type { ReactNode } from "react";
import { requestMe } from "../accounts/request-me.ts";
import { AsOfNotice } from "../as-of/notice.tsx";
import { requestHref, requestIsPart } from "../as-of/request.ts";
import { AsOfRow } from "../as-of/row.tsx";
import { PageScript } from "../ui/page-script.tsx";
import { Footer } from "./footer.tsx";
import { Masthead } from "./masthead.tsx";
import { SkipLink } from "./skip-link.tsx";

/**
 * What stands around every page that is read: masthead, the day it shows, footer.
 *
 * `data-still` says that such a page is whole as sent, and the hosting server leaves Next's runtime out of it. A page with
 * a client component in it marks that with `data-alive`, and keeps it. A part of a page has nothing around it.
 */
export async function Shell({ children }: { children: ReactNode }) {
  if (await requestIsPart()) return <main data-still="">{children}</main>;
  const [href, me] = [await requestHref(), await requestMe()];
  return (
    <>
      <link rel="alternate" type="application/atom+xml" title="Readout: all items" href="/feeds/changes.atom" />
      <link rel="alternate" type="application/feed+json" title="Readout: all items" href="/feeds/changes.json" />
      <SkipLink />
      <Masthead href={href} me={me} />
      <AsOfRow href={href} />
      <main id="content" className="wrap" tabIndex={-1} data-still="">
        <AsOfNotice href={href} />
        {children}
      </main>
      <Footer />
      <PageScript name="print" />
      <PageScript name="visit" />
    </>
  );
}
