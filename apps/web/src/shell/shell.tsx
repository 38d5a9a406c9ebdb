import type { ReactNode } from "react";
import { requestHref } from "../as-of/request.ts";
import { AsOfRow } from "../as-of/row.tsx";
import { Footer } from "./footer.tsx";
import { Masthead } from "./masthead.tsx";

/** What stands around every page: masthead, the day it shows, footer. */
export async function Shell({ children }: { children: ReactNode }) {
  const href = await requestHref();
  return (
    <>
      <a className="skip button solid" href="#content">
        Skip to the content
      </a>
      <Masthead path={href.split("?")[0] ?? "/"} />
      <AsOfRow href={href} />
      <main id="content" className="wrap" tabIndex={-1}>
        {children}
      </main>
      <Footer />
    </>
  );
}
