import { findEdtf } from "@readout/core/edtf";
import type { Milestone } from "@readout/core/milestone";
import { dueOf, lacksVerdict, standingWords } from "@readout/core/milestone-words";
import type { Day } from "@readout/core/time";
import { Fragment } from "react";
import { DecideLink } from "../ui/decide-link.tsx";
import { keepDates } from "../ui/format.ts";
import { ShortDate } from "../ui/short-date.tsx";
import styles from "./item-page.module.css";

type MilestoneDatesProps = {
  milestones: readonly Milestone[];
  on: Day;
  /** Whether whoever reads may say what became of them. */
  mayDecide: boolean;
};

/** The dates of an item, furthest ahead first, each with how far off it is and what became of it. */
export function MilestoneDates({ milestones, on, mayDecide }: MilestoneDatesProps) {
  const sorted = [...milestones].sort((a, b) => (lastDayOf(a) > lastDayOf(b) ? -1 : 1));
  return (
    <ol className={styles.dates}>
      {sorted.map((milestone) => (
        <li key={milestone.ordinal}>
          <ShortDate edtf={milestone.date} />
          <div>
            {milestone.what}
            <span className={styles.under}>
              {keepDates(standingWords(milestone, on))}
              {mayDecide && lacksVerdict(milestone, on) && (
                <>
                  {": "}
                  <DecideLink milestone={milestone} />
                </>
              )}
              {entriesOf(milestone).map((seq) => (
                <Fragment key={seq}>
                  {" · "}
                  <a className="nb" href={`#entry-${seq}`}>
                    entry {seq}
                  </a>
                </Fragment>
              ))}
            </span>
            {milestone.verdict?.note != null && <span className={styles.under}>{milestone.verdict.note}</span>}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** The entry that a milestone came with, and the one that shows what became of it. */
const entriesOf = ({ entrySeq, verdict }: Milestone): number[] =>
  [...new Set([entrySeq, verdict?.entrySeq ?? null])].filter((seq) => seq !== null);

const lastDayOf = (milestone: Milestone): string => findEdtf(dueOf(milestone))?.bounds.latest ?? "~";
