"use client";

import type { Entry } from "@readout/core/entry";
import { joinWords } from "@readout/core/wording";
import { type ReactNode, useEffect, useRef } from "react";
import { cameInWords } from "./came-in-words.ts";
import styles from "./comparison.module.css";
import { type Compared, comparedEntry, comparedStart, startedFrom } from "./comparison.ts";
import { ComparisonTable } from "./comparison-table.tsx";
import { useCitedSources } from "./evidence/cited-sources.ts";
import { useNames } from "./use-names.ts";

type OvertakenProps = {
  /** All entries there are by now. */
  ledger: readonly Entry[];
  /** Those that came in, in order; at least one. */
  entries: readonly Entry[];
  mine: Compared;
  /** The id of whoever writes. */
  me: string;
  /** What the public would read with mine after the last of them. */
  preview: ReactNode;
  /** The entry that mine corrects or retracts. */
  amends: number | null;
  proposes: boolean;
  isSending: boolean;
  onPut: () => void;
  onEdit: () => void;
  onDiscard: () => void;
};

/** Others came in first: what one started from, what came in and what one wrote, side by side, and three ways on. */
export function Overtaken({
  ledger,
  entries,
  mine,
  me,
  preview,
  amends,
  proposes,
  isSending,
  onPut,
  onEdit,
  onDiscard,
}: OvertakenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const last = entries.at(-1)!;
  const begun = startedFrom(ledger, entries[0]!.seq - 1, amends);
  const came = comparedEntry(last);
  const started = begun === null ? null : comparedStart(ledger, begun);
  const cited = [mine, came, started].flatMap((version) => version?.evidence.map(({ sourceId }) => sourceId) ?? []);
  const sources = useCitedSources(cited);
  const names = useNames();
  const recordedBy = cameInWords(entries, me, names);
  const numbers = joinWords(entries.map(({ seq }) => `${seq}`));
  return (
    <section className={styles.overtaken} aria-labelledby="overtaken">
      <h2 id="overtaken" ref={heading} tabIndex={-1}>
        {entries.length === 1 ? `Entry ${numbers}` : `Entries ${numbers}`} came in while you wrote. Nothing of yours is
        lost.
      </h2>
      {recordedBy !== null && <p>{recordedBy}</p>}
      {entries.length > 1 && (
        <ul className={styles.cameIn}>
          {entries.map((entry) => (
            <li key={entry.seq}>
              entry {entry.seq}
              {names !== null && (
                <>
                  {" "}
                  by <bdi>{entry.author === me ? "yourself" : (names.get(entry.author) ?? entry.author)}</bdi>
                </>
              )}
              : {comparedEntry(entry).kind}, <span className="serif">{saysOf(entry)}</span>
            </li>
          ))}
        </ul>
      )}
      <ComparisonTable
        caption="What you started from, what came in, and yours"
        versions={[
          { name: begun === null ? "Started from an empty ledger" : `Started from entry ${begun.seq}`, says: started },
          { name: `Came in: entry ${last.seq}`, says: came },
          { name: "Yours", says: mine },
        ]}
        sources={sources}
      />
      {preview}
      <div className={styles.waysOn}>
        <button type="button" className="button solid" onClick={onPut} disabled={isSending}>
          {proposes ? `Propose mine after entry ${last.seq}` : `Put mine after entry ${last.seq}`}
        </button>
        <button type="button" className="button" onClick={onEdit}>
          Edit mine
        </button>
        <button type="button" className="button" onClick={onDiscard}>
          Discard mine
        </button>
      </div>
    </section>
  );
}

const saysOf = (entry: Entry): string =>
  ("summary" in entry && entry.summary) || ("note" in entry && entry.note) || ("reason" in entry && entry.reason) || "";
