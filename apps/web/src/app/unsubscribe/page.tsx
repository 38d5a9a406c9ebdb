import type { Unsubscribing } from "@readout/core/watch";
import type { Metadata } from "next";
import { Brand } from "../../shell/masthead.tsx";
import { SkipLink } from "../../shell/skip-link.tsx";
import { findUnsubscribing } from "../../trpc/server.ts";
import "../../accounts/accounts.css";
import "../../ui/form.css";

export const metadata: Metadata = { title: "Stop mail", robots: { index: false } };

type UnsubscribePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where the links of messages lead. It asks first: programs that look through mail follow every link, and stop nothing by it. */
export default async function UnsubscribePage({ searchParams }: UnsubscribePageProps) {
  const { token } = await searchParams;
  const asked = typeof token === "string" ? await findUnsubscribing(token) : null;
  return (
    <>
      <SkipLink />
      <header className="mast">
        <div className="wrap">
          <Brand />
        </div>
      </header>
      <main id="content" className="wrap" tabIndex={-1} data-still="">
        <div className="narrow">
          {asked === null ? (
            <NoSuchLink />
          ) : asked.stopped ? (
            <Stopped {...asked} />
          ) : (
            <Ask {...asked} token={String(token)} />
          )}
        </div>
      </main>
    </>
  );
}

const NoSuchLink = () => (
  <div data-status="404">
    <h1 className="page-title">This link stops nothing</h1>
    <p>
      It may have been cut off on its way. Once signed in you can stop mail under <a href="/account/watches">Watches</a>
      .
    </p>
  </div>
);

function Ask({ scope, what, token }: Unsubscribing & { token: string }) {
  return (
    <>
      <h1 className="page-title">{scope === "all" ? "Stop all mail?" : "Stop watching?"}</h1>
      <form method="post" action={`/unsubscribe?${new URLSearchParams({ token })}`} className="stack">
        <p>
          {scope === "all" ? (
            "Every watch of yours ends, and you are not told either when something we said turns out wrong."
          ) : (
            <>
              You will get no more digests on <bdi>{what}</bdi>. If something we told you turns out wrong, we still say
              so once.
            </>
          )}
        </p>
        <input type="hidden" name="by" value="page" />
        <button type="submit" className="button solid">
          {scope === "all" ? "Stop all mail" : "Stop watching"}
        </button>
      </form>
    </>
  );
}

function Stopped({ scope, what }: Unsubscribing) {
  return (
    <>
      <h1 className="page-title">Stopped</h1>
      <p>
        {scope === "all" ? (
          "You get no more mail from Readout."
        ) : (
          <>
            You no longer watch <bdi>{what}</bdi>.
          </>
        )}{" "}
        To take it back, sign in and open <a href="/account/watches">Watches</a>.
      </p>
    </>
  );
}
