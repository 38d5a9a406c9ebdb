import type { ListedMilestone } from "@readout/core/milestone";
import { dueOf } from "@readout/core/milestone-words";
import type { Day } from "@readout/core/time";
import { formatDue } from "@readout/core/wording";
import { MilestoneLine } from "./month-grid.tsx";
import "./calendar.css";

type MilestoneListProps = { milestones: readonly ListedMilestone[]; day: Day; mayDecide: boolean };

/** Dates one under the other, each as the one on which it falls due. */
export function MilestoneList({ milestones, day, mayDecide }: MilestoneListProps) {
  return (
    <ul className="rows dated dates">
      {milestones.map((milestone) => (
        <li key={`${milestone.itemId} ${milestone.date} ${milestone.kind} ${milestone.what}`}>
          <time dateTime={dueOf(milestone)} className="dim">
            {formatDue(dueOf(milestone))}
          </time>
          <MilestoneLine milestone={milestone} day={day} mayDecide={mayDecide} />
        </li>
      ))}
    </ul>
  );
}
