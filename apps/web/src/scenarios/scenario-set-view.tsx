import { shortPublisher } from "@readout/core/publisher";
import type { Scenario, ScenarioSet, ScenarioView } from "@readout/core/scenario";
import type { Day } from "@readout/core/time";
import { Fragment } from "react";
import { Citation } from "../ui/citation.tsx";
import { keepDates } from "../ui/format.ts";
import { leaningWords } from "../ui/leaning.ts";
import { Link } from "../ui/link.tsx";
import "./scenarios.css";
import { cameTrue, deadlineWords, decidingEntry, stateOf } from "./words.ts";

type ScenarioSetViewProps = {
  set: ScenarioSet;
  /** The day in the world that the page shows: deadlines are counted from it. */
  day: Day;
  /** `compact` for an aside, under a head of its own; `full` with criteria and indicators. */
  form: "compact" | "full";
};

/** The outcomes of a set, a row each, how it ended first; never a pie. */
export function ScenarioSetView({ set, day, form }: ScenarioSetViewProps) {
  return form === "compact" ? <CompactSet set={set} /> : <FullSet set={set} day={day} />;
}

/** A settled set says first what came true. */
function inOrder({ scenarios, resolution }: ScenarioSet): Scenario[] {
  const won = (scenario: Scenario) => (scenario.id === resolution?.scenarioId ? 0 : 1);
  return [...scenarios].sort((a, b) => won(a) - won(b));
}

function CompactSet({ set }: { set: ScenarioSet }) {
  return (
    <>
      <ul className="outcomes">
        {inOrder(set).map((scenario) => {
          const won = scenario.id === set.resolution?.scenarioId;
          return (
            <li key={scenario.id} className={won ? "won" : undefined}>
              <OutcomeMark won={won} />
              <div>
                <span className="outcome">{scenario.title}</span>
                {won && <CameTrue set={set} />}
                {scenario.views.map((view) => (
                  <ViewLine key={`${view.who.id} ${view.says}`} view={view} />
                ))}
              </div>
            </li>
          );
        })}
      </ul>
      <p className="no-forecast">No forecast was made on this set.</p>
    </>
  );
}

function FullSet({ set, day }: { set: ScenarioSet; day: Day }) {
  const state = stateOf(set, day);
  const won = set.scenarios.find((scenario) => scenario.id === set.resolution?.scenarioId);
  return (
    <article className="scenario-set" aria-labelledby={`set-${set.id}`}>
      <h2 id={`set-${set.id}`}>{set.question}</h2>
      <p className="set-of">
        <Link href={`/items/${set.itemId}`}>{set.itemTitle}</Link>
        <span>
          Deadline {keepDates(deadlineWords(set, day))}
          {set.deadlineNote !== null && <span className="dim">. {set.deadlineNote}</span>}
        </span>
      </p>
      {won !== undefined && set.resolution !== null && (
        <div className="ended">
          <p>
            <b>{won.title}</b> <CameTrue set={set} inline />
          </p>
          {set.resolution.note !== null && <p className="ended-note">{set.resolution.note}</p>}
        </div>
      )}
      {state === "passed" && <p className="ended-note dim">The deadline has passed; how it ended is not recorded.</p>}
      <OutcomeTable set={set} />
      <p className="no-forecast">No forecast was made on this set.</p>
    </article>
  );
}

// The roles are repeated because a table laid out as blocks, as on a telephone, is no longer announced as one.
function OutcomeTable({ set }: { set: ScenarioSet }) {
  return (
    <table className="outcome-table">
      <caption className="vh">Possible outcomes: {set.question}</caption>
      <thead>
        <tr>
          <th scope="col">Outcome and when it counts</th>
          <th scope="col">Indicators</th>
          <th scope="col">Who leaned</th>
        </tr>
      </thead>
      <tbody>
        {inOrder(set).map((scenario) => {
          const won = scenario.id === set.resolution?.scenarioId;
          return (
            <tr key={scenario.id} className={won ? "won" : undefined}>
              <th scope="row">
                <div className="outcome-row">
                  <OutcomeMark won={won} />
                  <div>
                    <span className="outcome">
                      {scenario.title}
                      {won && <span className="vh"> (came true)</span>}
                    </span>
                    <p className="what">{scenario.outcome}</p>
                    <p className="criteria">Counts when: {scenario.criteria}</p>
                  </div>
                </div>
              </th>
              <td>
                <ol className="indicators">
                  {scenario.indicators.map(({ number, text }) => (
                    <li key={number} value={number}>
                      {text}
                    </li>
                  ))}
                </ol>
              </td>
              <td>
                {scenario.views.length === 0 ? (
                  <span className="dimmer small">nobody in these sources</span>
                ) : (
                  scenario.views.map((view) => <ViewLine key={`${view.who.id} ${view.says}`} view={view} />)
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function CameTrue({ set, inline = false }: { set: ScenarioSet; inline?: boolean }) {
  if (set.resolution === null) return null;
  const entry = decidingEntry(set.resolution);
  const Tag = inline ? "span" : "p";
  return (
    <Tag className="came-true">
      {keepDates(cameTrue(set.resolution))}
      {entry !== null && (
        <>
          {" · "}
          <Link className="nb" href={`/items/${entry.itemId}#entry-${entry.seq}`}>
            entry {entry.seq}
          </Link>
        </>
      )}
    </Tag>
  );
}

function ViewLine({ view }: { view: ScenarioView }) {
  const name = shortPublisher(view.who.name);
  return (
    <p className="leaning">
      <b>{view.who.isActor ? <Link href={`/actors/${view.who.id}`}>{name}</Link> : name}</b>{" "}
      {leaningWords[view.leaning]}: <span className="says">{view.says}</span>{" "}
      {view.citations.map((citation, i) => (
        <Fragment key={citation.sourceId}>
          {i > 0 && ", "}
          <Citation {...citation} />
        </Fragment>
      ))}
    </p>
  );
}

/** A tick for what came true, a dash for what did not or has not; the words beside it say which. */
export function OutcomeMark({ won }: { won: boolean }) {
  return (
    <svg className="outcome-mark" viewBox="0 0 14 14" aria-hidden="true">
      {won ? (
        <path d="m2 7.5 3.4 3.6L12 3" fill="none" stroke="currentColor" strokeWidth="2.2" />
      ) : (
        <path d="M2 7h10" stroke="currentColor" strokeWidth="1.6" />
      )}
    </svg>
  );
}
