import type { ActorDetail } from "@readout/core/actor";
import { formatSince } from "@readout/core/edtf-text";
import type { ItemRow } from "@readout/core/item";
import { shortPublisher } from "@readout/core/publisher";
import type { ScenarioView } from "@readout/core/scenario";
import { formatParagraphs } from "@readout/core/wording";
import { Fragment } from "react";
import { Citation } from "../ui/citation.tsx";
import { keepDates } from "../ui/format.ts";
import { leaningWords } from "../ui/leaning.ts";
import { Link } from "../ui/link.tsx";
import { Status } from "../ui/status.tsx";
import "./actors.css";

/** The items an actor is party to, and where each stands. */
export function PartyTo({ items }: { items: readonly ItemRow[] }) {
  return (
    <ul className="party-to">
      {items.map((item) => (
        <li key={item.id}>
          <Link href={`/items/${item.id}`}>{item.title}</Link>
          <span>
            <Status reading={item.reading} subject={item.statusSubject} />
            {item.reading.since !== null && <span className="dim"> {keepDates(formatSince(item.reading.since))}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

export type ActorView = ActorDetail["views"][number] & {
  itemTitle: string;
  citations: ScenarioView["citations"];
};

/** What an actor thought of outcomes, with the passages that say so. */
export function ActorViews({ views }: { views: readonly ActorView[] }) {
  return (
    <ul className="actor-views">
      {views.map((view) => (
        <li key={`${view.itemId} ${view.scenarioId} ${view.says}`}>
          <p>
            <Link href={`/scenarios#set-${view.itemId}`}>{view.itemTitle}</Link>
            <span className="dim">: {view.scenarioTitle}</span>
          </p>
          <p>
            <span className="leaned">{leaningWords[view.leaning as ScenarioView["leaning"]]}:</span>{" "}
            <span className="says">{view.says}</span>{" "}
            {view.citations.map((citation, i) => (
              <Fragment key={citation.sourceId}>
                {i > 0 && ", "}
                <Citation {...citation} />
              </Fragment>
            ))}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Passages that name an actor, source by source. */
export function NamedIn({ seenIn }: { seenIn: ActorDetail["seenIn"] }) {
  return (
    <ul className="named-in">
      {seenIn.map((passage) => (
        <li key={`${passage.sourceId} ${passage.paragraphs.join()}`}>
          <Link
            href={`/sources/${passage.sourceId}${passage.paragraphs.length === 0 ? "" : `#p${Math.min(...passage.paragraphs)}`}`}
          >
            {passage.sourceTitle}
          </Link>
          <span className="dim">
            {shortPublisher(passage.publisher)} <span className="nb">{formatParagraphs(passage.paragraphs)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
