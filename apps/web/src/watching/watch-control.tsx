import "./watching.css";
import { isSameView, type ViewFilters, type Watch } from "@readout/core/watch";
import { signInHref } from "../accounts/next-path.ts";
import { requestMe } from "../accounts/request-me.ts";
import { requestHref } from "../as-of/request.ts";
import { api, sendsMail } from "../trpc/server.ts";
import { CadenceField } from "./cadence-field.tsx";
import { cadenceWords } from "./words.ts";

/** Watching an item, under its reading: the way in, or how one watches it. A plain form, which needs no script. */
export async function WatchItem({ itemId }: { itemId: string }) {
  const me = await requestMe();
  const watches = me === null ? [] : (await api.watches.list({ itemId: itemId as never })).watches;
  return <WatchLine what="item" signedIn={me !== null} watch={watches[0] ?? null} fields={{ itemId }} />;
}

/** Watching whatever a list with these filters holds. */
export async function WatchView({ filters, name }: { filters: ViewFilters; name: string }) {
  const me = await requestMe();
  const watches = me === null ? [] : (await api.watches.list({})).watches;
  const watch = watches.find(({ view }) => view !== null && isSameView(view.filters, filters)) ?? null;
  const fields = Object.entries({ name: name.slice(0, 120), ...filters }).map(([field, value]) => [
    field,
    String(value),
  ]);
  return <WatchLine what="view" signedIn={me !== null} watch={watch} fields={Object.fromEntries(fields)} />;
}

const notSetUp = "Digests are not set up here: no mail is sent.";

type WatchLineProps = {
  what: "item" | "view";
  signedIn: boolean;
  /** How whoever reads watches this; null where they do not. */
  watch: Watch | null;
  /** What a form sends along to name it. */
  fields: Readonly<Record<string, string>>;
};

async function WatchLine({ what, signedIn, watch, fields }: WatchLineProps) {
  const href = `${await requestHref()}#watch`;
  if (!signedIn)
    return (
      <p className="watch-line on-screen" id="watch">
        <a href={signInHref(href)}>Watch this {what}</a> {sendsMail() ? "and be told by e-mail what moves." : notSetUp}
      </p>
    );
  if (watch !== null)
    return (
      <form className="watch-line on-screen" id="watch" method="post" action="/account/watches/stop">
        <input type="hidden" name="id" value={watch.id} />
        <input type="hidden" name="next" value={href} />
        You watch this {what}: {cadenceWords[watch.cadence]} · <a href={`/account/watches#watch-${watch.id}`}>change</a>{" "}
        ·{" "}
        <button type="submit" className="as-link">
          stop
        </button>
      </form>
    );
  return (
    <form className="watch-line on-screen" id="watch" method="post" action="/account/watches/add">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="next" value={href} />
      <CadenceField cadence="daily" label="Be told" />
      <button type="submit" className="button">
        Watch this {what}
      </button>
      {!sendsMail() && <span className="small">{notSetUp}</span>}
    </form>
  );
}
