import { findEdtf } from "@readout/core/edtf";
import type { Milestone } from "@readout/core/milestone";
import type { Day } from "@readout/core/time";
import { ShortDate } from "../ui/short-date.tsx";
import styles from "./item-page.module.css";
import { milestoneWords } from "./words.ts";

/** The dates of an item, furthest ahead first, each with how far off it is and whether it was judged. */
export function MilestoneDates({ milestones, on }: { milestones: readonly Milestone[]; on: Day }) {
  const sorted = [...milestones].sort((a, b) => (lastDayOf(a) > lastDayOf(b) ? -1 : 1));
  return (
    <ol className={styles.dates}>
      {sorted.map((milestone) => (
        <li key={`${milestone.date} ${milestone.what}`}>
          <ShortDate edtf={milestone.date} />
          <div>
            {milestone.what}
            <span className={styles.under}>
              {milestoneWords(milestone, on)}
              {milestone.entrySeq !== null && (
                <>
                  {" · "}
                  <a className="nb" href={`#entry-${milestone.entrySeq}`}>
                    entry {milestone.entrySeq}
                  </a>
                </>
              )}
            </span>
          </div>
        </li>
      ))}
    </ol>
  );
}

const lastDayOf = ({ date }: Milestone): string => findEdtf(date)?.bounds.latest ?? "~";
