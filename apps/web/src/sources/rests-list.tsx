import { formatShort } from "@readout/core/edtf-text";
import type { RestingItem, Rests } from "@readout/core/withdrawal";
import { formatParagraphs, sentenceCase } from "@readout/core/wording";
import type { ReactNode } from "react";
import { keepDates } from "../ui/format.ts";
import { leaningWords } from "../ui/leaning.ts";
import { Link } from "../ui/link.tsx";
import { Status, StatusInline } from "../ui/status.tsx";
import { fateOrder, fateWords, sidesWords, withoutWords } from "./rests-words.ts";
import "./rests.css";
import "./source.css";

type FateListProps<Item extends RestingItem> = { items: readonly Item[]; children: (item: Item) => ReactNode };

/** Items by what would be left of their reading, the worst first; what stands under each is up to the page. */
export function FateList<Item extends RestingItem>({ items, children }: FateListProps<Item>) {
  const sorted = [...items].sort((a, b) => fateOrder.indexOf(a.fate) - fateOrder.indexOf(b.fate));
  return (
    <ul className="fates">
      {sorted.map((item) => {
        const without = withoutWords(item.without);
        return (
          <li key={item.itemId}>
            <div className="fate-of">
              <Link href={`/items/${item.itemId}`} className="row-title">
                <bdi>{item.itemTitle}</bdi>
              </Link>
              <span className="small">
                <Status reading={item.reading} subject={item.statusSubject} />
              </span>
            </div>
            <div>
              <p>
                {item.fate === "same" || item.fate === "fewer" ? (
                  sentenceCase(fateWords(item))
                ) : (
                  <b>{sentenceCase(fateWords(item))}</b>
                )}
                {without !== null && (
                  <span className="dim">
                    ; with what rests on nothing retracted, it would read {keepDates(without)}
                  </span>
                )}
                .
              </p>
              {children(item)}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** The entries of an item that rest on a source, each with what would be left of it. */
export function RestingEntries({ entries }: { entries: Rests["items"][number]["entries"] }) {
  return (
    <ul className="resting">
      {entries.map((entry) => (
        <li key={entry.seq}>
          <Link className="nb" href={`/items/${entry.itemId}#entry-${entry.seq}`}>
            entry {entry.seq}
          </Link>{" "}
          <StatusInline status={entry.status} /> <span className="dim nb">{formatShort(entry.effective)}</span>{" "}
          <span className="serif">{entry.summary}</span>{" "}
          <span className="dim">
            {entry.paragraphs === null
              ? "through another source"
              : entry.paragraphs.length === 0
                ? "cites it"
                : `cites ${formatParagraphs(entry.paragraphs)}`}
            ; {fateWords(entry)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Disagreements in which a source has a part. */
export function RestingDisagreements({ disagreements }: Pick<Rests, "disagreements">) {
  return (
    <ul className="rows">
      {disagreements.map((disagreement) => (
        <li key={disagreement.id}>
          <Link href={`/items/${disagreement.itemIds[0]}#${disagreement.id}`}>{disagreement.summary}</Link>{" "}
          <span className={disagreement.sidesLeft < Math.min(2, disagreement.sides) ? "small" : "small dim"}>
            {sidesWords(disagreement)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What speakers in a source thought likely. */
export function RestingViews({ views }: Pick<Rests, "views">) {
  return (
    <ul className="rows">
      {views.map((view) => (
        <li key={`${view.itemId} ${view.scenarioTitle} ${view.who} ${view.says}`}>
          <b>{view.who}</b> {leaningWords[view.leaning]} “{view.scenarioTitle}”, of{" "}
          <Link href={`/scenarios#set-${view.itemId}`}>{view.itemTitle}</Link>:{" "}
          <span className="serif">{view.says}</span>{" "}
          <span className="small dim">
            {formatParagraphs(view.paragraphs)}; {view.isOnly ? "known from here alone" : "another source has it too"}
          </span>
        </li>
      ))}
    </ul>
  );
}
