import type { ReactNode } from "react";
import { AsOfNotice } from "../as-of/notice.tsx";
import { requestHref } from "../as-of/request.ts";
import { AsOfRow } from "../as-of/row.tsx";
import { Footer } from "./footer.tsx";
import { Masthead } from "./masthead.tsx";

/**
 * What stands around every page that is read: masthead, the day it shows, footer.
 *
 * `data-still` says that such a page is whole as sent, and the hosting server leaves Next's runtime out of it. A page with
 * a client component in it marks that with `data-alive`, and keeps it.
 */
export async function Shell({ children }: { children: ReactNode }) {
  const href = await requestHref();
  return (
    <>
      <a className="skip button solid" href="#content">
        Skip to the content
      </a>
      <Masthead path={href.split("?")[0] ?? "/"} />
      <AsOfRow href={href} />
      <main id="content" className="wrap" tabIndex={-1} data-still="">
        <AsOfNotice href={href} />
        {children}
      </main>
      <Footer />
    </>
  );
}
