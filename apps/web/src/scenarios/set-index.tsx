import type { ScenarioSet } from "@readout/core/scenario";
import type { Day } from "@readout/core/time";
import { keepDates } from "../ui/format.ts";
import { OutcomeMark } from "./scenario-set-view.tsx";
import { cameTrue, deadlineWords, stateOf } from "./words.ts";

/** Every set in one line: its item, and what came true or when it falls due. */
export function SetIndex({ sets, day }: { sets: readonly ScenarioSet[]; day: Day }) {
  return (
    <ul className="set-index">
      {sets.map((set) => {
        const won = set.scenarios.find(({ id }) => id === set.resolution?.scenarioId);
        return (
          <li key={set.id}>
            <a href={`#set-${set.id}`}>{set.itemTitle}</a>
            {won !== undefined && set.resolution !== null ? (
              <span className="won">
                <OutcomeMark won /> <b className="outcome">{won.title}</b>{" "}
                <span className="dim">{keepDates(cameTrue(set.resolution))}</span>
              </span>
            ) : (
              <span className="dim">
                {stateOf(set, day) === "open" ? "open, due " : "not settled, due "}
                {keepDates(deadlineWords(set, day))}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
