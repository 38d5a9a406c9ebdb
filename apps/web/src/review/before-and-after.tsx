import type { Reading } from "@readout/core/reading";
import type { Domain } from "../charts/axis.ts";
import { ItemStrip } from "../charts/item-strip/item-strip.tsx";
import type { StatusSeries } from "../charts/status-series.ts";
import { Dated } from "../ui/dated.tsx";
import { Glyph } from "../ui/glyph.tsx";
import "./review.css";

/** What a ledger says today: the sentence of the item's page, and its strip. */
export type Side = {
  reading: Pick<Reading, "status">;
  series: StatusSeries;
  words: { status: string; rest: string };
};

/** What the public reads now and would read then; `after` is null where nobody can tell. */
export function BeforeAndAfter({ before, after, domain }: { before: Side; after: Side | null; domain: Domain }) {
  return (
    <dl className="sides">
      <SideRow name="now" side={before} domain={domain} />
      {after !== null && <SideRow name="then" side={after} domain={domain} />}
    </dl>
  );
}

function SideRow({ name, side, domain }: { name: "now" | "then"; side: Side; domain: Domain }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={name === "then" ? "sentence" : "sentence dim"}>
        <Glyph status={side.reading.status} />
        <span>
          <b>{side.words.status}</b>
          <Dated text={side.words.rest} />
        </span>
      </dd>
      <dd className="strip">
        <ItemStrip series={side.series} domain={domain} />
      </dd>
    </div>
  );
}
