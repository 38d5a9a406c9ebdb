import { type Brief, briefOf } from "@readout/core/brief";
import type { Export } from "@readout/core/export";
import type { Day } from "@readout/core/time";
import type { ReactNode } from "react";
import type { AsOfView } from "../as-of/search-params.ts";
import { recordDomain } from "../charts/axis.ts";
import { ItemStrip, StripAxis } from "../charts/item-strip/item-strip.tsx";
import { seriesOfLedger } from "../charts/status-series.ts";
import { exportHref } from "../take-along/export-href.ts";
import { keepDates } from "../ui/format.ts";
import styles from "./brief.module.css";
import { BriefView } from "./brief-view.tsx";

/** As many entries as leave room on one page for what they rest on. */
const MOST_ENTRIES = 4;

type BriefPageProps = {
  made: Export;
  view: AsOfView;
  /** The first month of the record. */
  first: Day | null;
  /** Stands over several items. */
  head?: ReactNode;
};

/** What an export says, a page an item, and how to take it along. */
export function BriefPage({ made, view, first, head }: BriefPageProps) {
  const brief: Brief = briefOf(made, { entries: MOST_ENTRIES, openOnly: true });
  const domain = recordDomain(first, view.today);
  const stripOf = ({ entries }: Export["items"][number]) =>
    entries.length === 0 ? null : (
      <div className={styles.strip}>
        <StripAxis domain={domain} />
        <ItemStrip series={seriesOfLedger(entries, made.asOf)} domain={domain} />
      </div>
    );
  const drawn = new Map(
    made.items.map((item) => [item.id as string, { strip: stripOf(item), status: item.reading.status }]),
  );
  return (
    <>
      <p className={styles.acts} data-print="">
        <a href={exportHref("md", made.filters, view.input)}>Markdown</a>
        <a href={exportHref("docx", made.filters, view.input)}>DOCX</a>
        <span className="dim">{keepDates(brief.asOfSentence)}</span>
      </p>
      {head}
      <BriefView brief={brief} drawn={drawn} />
    </>
  );
}
