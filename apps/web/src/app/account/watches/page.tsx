import type { ItemFilters } from "@readout/core/item-filters";
import type { Watch } from "@readout/core/watch";
import type { Metadata } from "next";
import { requireMe } from "../../../desk/desk-page.tsx";
import { itemListHref } from "../../../item-list/filters.ts";
import { api } from "../../../trpc/server.ts";
import { NoData } from "../../../ui/no-data.tsx";
import { Section } from "../../../ui/section.tsx";
import { MessageList, WatchList } from "../../../watching/watch-list.tsx";
import { watchesSentence } from "../../../watching/words.ts";
import "../../../ui/form.css";

export const metadata: Metadata = { title: "Watches" };

type WatchesPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where a watched thing is read. */
const hrefOf = ({ item, view }: Watch): string =>
  item === null ? itemListHref((view?.filters ?? {}) as ItemFilters) : `/items/${item.id}`;

export default async function WatchesPage({ searchParams }: WatchesPageProps) {
  await requireMe();
  const [{ watches }, mailbox, search] = await Promise.all([api.watches.list({}), api.mailbox.get({}), searchParams]);
  return (
    <>
      <h1 className="lead">{watchesSentence(watches.length, mailbox)}</h1>
      <Said search={search} />
      {!mailbox.isSetUp && (
        <NoData>
          Digests are not set up on this installation: what you watch is kept, and no mail is sent. Whoever runs it
          names a mail server in READOUT_SMTP_URL.
        </NoData>
      )}
      <Section
        id="watches"
        title="What you watch"
        beside={mailbox.address === null ? undefined : <bdi>{mailbox.address}</bdi>}
      >
        {watches.length === 0 ? (
          <NoData>
            Nothing yet. Open <a href="/items">an item, or a list of them</a>, and choose “Watch”; you are told by
            e-mail what moves.
          </NoData>
        ) : (
          <WatchList watches={watches} hrefOf={hrefOf} />
        )}
      </Section>
      <Section id="mail" title="What was sent">
        {mailbox.messages.length === 0 ? (
          <NoData>No message yet. A digest leaves only when there is something to tell.</NoData>
        ) : (
          <MessageList messages={mailbox.messages} />
        )}
      </Section>
      {!mailbox.stopped && (watches.length > 0 || mailbox.messages.length > 0) && (
        <Section id="stop" title="No mail at all">
          <NoData>
            Stopping a watch leaves one kind of mail: when something we told you turns out wrong, we say so once. To get
            none of that either, stop everything.
          </NoData>
          <form method="post" action="/account/watches/stop-all" className="watching-acts">
            <button type="submit" className="button">
              Stop every watch and all mail
            </button>
          </form>
        </Section>
      )}
    </>
  );
}

const failures: Record<string, string> = {
  gone: "What you wanted to watch, or to change, is not there any more.",
  forbidden: "Only people can watch: a key's service has no mailbox.",
  input: "That could not be taken: it names no way of being told, or you watch 200 things already.",
};

/** What became of a form that led here. */
function Said({ search }: { search: Record<string, string | string[] | undefined> }) {
  const { failed, stopped } = search;
  if (failed !== undefined)
    return (
      <div className="failed" role="alert">
        <p>Nothing was changed.</p>
        <p>{failures[String(failed)] ?? "Try again in a moment."}</p>
      </div>
    );
  if (typeof stopped === "string")
    return (
      <form method="post" action="/account/watches/restore" className="done" role="status">
        <input type="hidden" name="id" value={stopped} />
        You no longer watch it.{" "}
        <button type="submit" className="button">
          Take it up again
        </button>
      </form>
    );
  const done = Object.entries(outcomes).find(([name]) => search[name] !== undefined);
  return done === undefined ? null : (
    <p className="done" role="status">
      {done[1]}
    </p>
  );
}

const outcomes: Record<string, string> = {
  added: "You watch it from now on.",
  edited: "Saved.",
  restored: "You watch it again; what was recorded in between will be told.",
  "stopped-all": "Every watch and all mail is stopped. Watching anything starts it again.",
};
