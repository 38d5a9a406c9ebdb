import type { ItemDiff } from "@readout/core/diff";
import {
  type Amendment,
  hasMoved,
  isLate,
  lagWords,
  newStatusEntries,
  sinceWords,
  standingWords,
} from "@readout/core/diff-words";
import { formatSince } from "@readout/core/edtf-text";
import { isStatusEntry, type StatusEntry } from "@readout/core/entry";
import type { Evidence } from "@readout/core/evidence";
import { shortPublisher } from "@readout/core/publisher";
import type { Reading } from "@readout/core/reading";
import { statusWord } from "@readout/core/status";
import { counted, formatParagraphs, joinWords } from "@readout/core/wording";
import { Fragment } from "react";
import { type KnownAs, shownEvidence } from "../items/shown-evidence.ts";
import { Citation } from "../ui/citation.tsx";
import { keepDates } from "../ui/format.ts";
import { Arrow, Glyph } from "../ui/glyph.tsx";
import { Link } from "../ui/link.tsx";
import "./changes.css";

/** What the page knows of a source to name it; `open` where it has a page on the day shown. */
export type NamedSource = { publisher: string; published: string; open: boolean };

/** Entries of one item that stand open beside the first; more are folded away. */
const MOST_SHOWN = 3;

type ChangeListProps = {
  /** With their entries in the corrected form. */
  items: readonly ItemDiff[];
  /** What each item's status speaks of, by item. */
  subjects: ReadonlyMap<string, string>;
  sources: ReadonlyMap<string, NamedSource>;
  /** The later of the two days, as the day known on: nothing published after it is shown. */
  known: KnownAs;
};

/** What names the sources of an entry. */
type Naming = Pick<ChangeListProps, "sources" | "known">;

/** One sentence an item, with the proof of it. */
export function ChangeList({ items, subjects, sources, known }: ChangeListProps) {
  const naming = { sources, known };
  return (
    <ul className="changes">
      {items.map((item) => {
        const [first, ...others] = newStatusEntries(item);
        const reviews = item.entries.filter((entry) => !isStatusEntry(entry));
        return (
          <li key={item.id} id={anchorOf(item)}>
            <h3>
              <Link href={`/items/${item.id}`}>{item.title}</Link>
            </h3>
            <div>
              <p className="movement">
                <Movement item={item} subject={subjects.get(item.id) ?? ""} />
              </p>
              {first === undefined && item.entries.length === 0 && item.after.entrySeq !== null && (
                <p className="proof">
                  By the day alone, as <EntryLink item={item} seq={item.after.entrySeq} /> had said.
                </p>
              )}
              {first !== undefined && <Proof item={item} entry={first} {...naming} />}
              {reviews.map((entry) => (
                <p key={entry.seq} className="proof">
                  Looked at again, nothing new · <EntryLink item={item} seq={entry.seq} />
                </p>
              ))}
              {others.length > MOST_SHOWN ? (
                <details>
                  <summary>{counted(others.length, "more entry", "more entries")}</summary>
                  <Others item={item} entries={others} {...naming} />
                </details>
              ) : (
                <Others item={item} entries={others} {...naming} />
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

type OthersProps = Naming & { item: ItemDiff; entries: readonly StatusEntry[] };

/** What else was learned of an item, a line each. */
function Others({ item, entries, ...naming }: OthersProps) {
  if (entries.length === 0) return null;
  return (
    <ul className="also">
      {entries.map((entry) => (
        <li key={entry.seq}>
          <span className="st">
            <Glyph status={entry.status} />
            {statusWord(entry.status)}
          </span>{" "}
          <span className="dim">{keepDates(formatSince(entry.effective))}:</span> <Summary entry={entry} />{" "}
          <Passages entry={entry} {...naming} />
          <span className="dim">
            <Lag entry={entry} /> · <EntryWays item={item} entry={entry} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Movement({ item, subject }: { item: ItemDiff; subject: string }) {
  const since = sinceWords(item);
  return (
    <>
      <span className="dim">{subject}: </span>
      {hasMoved(item.before, item.after) ? (
        <>
          <span className="dim">{standingWords(item.before)}</span> <Arrow />{" "}
        </>
      ) : (
        "still "
      )}
      <Standing reading={item.after} />
      {since !== null && <span className="dim">, {keepDates(since)}</span>}
    </>
  );
}

function Standing({ reading }: { reading: Reading }) {
  const { status, alternatives } = reading;
  if (status === null) return <>{standingWords(reading)}</>;
  return (
    <>
      <span className="st">
        <Glyph status={status} />
        {statusWord(status)}
      </span>
      {alternatives.length > 0 && `, possibly already ${joinWords(alternatives.map(statusWord), "or")}`}
    </>
  );
}

function Proof({ item, entry, ...naming }: Naming & { item: ItemDiff; entry: StatusEntry }) {
  return (
    <>
      <p className="summary">
        <Summary entry={entry} />
      </p>
      <p className="proof">
        <Passages entry={entry} {...naming} />
        <Lag entry={entry} /> · <EntryWays item={item} entry={entry} />
      </p>
    </>
  );
}

/** Where a change of an item stands on the page, to send somebody to it. */
const anchorOf = ({ id }: Pick<ItemDiff, "id">): string => `item-${id}`;

/** How long the sources took to say it; a late report stands out. */
function Lag({ entry }: { entry: StatusEntry }) {
  const words = keepDates(lagWords(entry));
  return isLate(entry) ? <b className="late">{words}</b> : words;
}

/** What the sources said long after it was so, by item. */
export function LateList({ items }: { items: readonly ItemDiff[] }) {
  return (
    <ul className="changes">
      {items.map((item) => (
        <li key={item.id}>
          <h3>
            <a href={`#${anchorOf(item)}`}>{item.title}</a>
          </h3>
          <ul>
            {lateEntries(item).map((entry) => (
              <li key={entry.seq}>
                <span className="st">
                  <Glyph status={entry.status} />
                  {statusWord(entry.status)}
                </span>{" "}
                <span className="dim">
                  {keepDates(formatSince(entry.effective))}, {keepDates(lagWords(entry))} ·{" "}
                  <EntryLink item={item} seq={entry.seq} />
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** The new entries of an item that were reported late and stand. */
export const lateEntries = (item: ItemDiff): StatusEntry[] =>
  newStatusEntries(item).filter((entry) => entry.retractedBy === null && isLate(entry));

/** What an entry says, struck out where it was taken back. */
const Summary = ({ entry }: { entry: StatusEntry }) => (
  <span className="says">{entry.retractedBy === null ? entry.summary : <s>{entry.summary}</s>}</span>
);

/** The entry, and the one that corrected or retracted it. */
function EntryWays({ item, entry }: { item: ItemDiff; entry: StatusEntry }) {
  const { seq, correctedBy, retractedBy } = entry;
  return (
    <>
      <EntryLink item={item} seq={seq} />
      {correctedBy !== null && (
        <>
          , corrected by <EntryLink item={item} seq={correctedBy} />
        </>
      )}
      {retractedBy !== null && (
        <>
          , retracted by <EntryLink item={item} seq={retractedBy} />
        </>
      )}
    </>
  );
}

/** Supporting passages by name, then what speaks against it, and the dot after them; nothing where none had appeared. */
function Passages({ entry, sources, known }: Naming & { entry: StatusEntry }) {
  const evidence = shownEvidence(entry.evidence, sources, known);
  const supporting = evidence.filter(({ stance }) => stance !== "contradicts");
  const against = evidence.filter(({ stance }) => stance === "contradicts");
  if (entry.evidence.length === 0) return "no evidence · ";
  if (evidence.length === 0) return null;
  return (
    <>
      <Named evidence={supporting} sources={sources} />
      {against.length > 0 && (
        <>
          {supporting.length > 0 && "; "}against it <Named evidence={against} sources={sources} />
        </>
      )}{" "}
      <span className="dim">·</span>{" "}
    </>
  );
}

function Named({ evidence, sources }: Pick<Naming, "sources"> & { evidence: readonly Evidence[] }) {
  return evidence.map(({ sourceId, paragraphs }, i) => {
    const source = sources.get(sourceId);
    const publisher = source?.publisher ?? sourceId;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: an entry may cite the same passage twice
      <Fragment key={i}>
        {i > 0 && ", "}
        {source?.open === true ? (
          <Citation sourceId={sourceId} publisher={publisher} paragraphs={paragraphs} />
        ) : (
          [shortPublisher(publisher), formatParagraphs(paragraphs)].filter(Boolean).join(" ")
        )}
      </Fragment>
    );
  });
}

const EntryLink = ({ item, seq }: { item: Pick<ItemDiff, "id">; seq: number }) => (
  <Link className="nb" href={`/items/${item.id}#entry-${seq}`}>
    entry {seq}
  </Link>
);

/** Our own corrections: the record changed, not the world. */
export function AmendmentList({ amended }: { amended: readonly Amendment[] }) {
  return (
    <ul className="changes">
      {amended.map(({ item, entry }) => (
        <li key={`${item.id} ${entry.seq}`}>
          <h3>
            <Link href={`/items/${item.id}`}>{item.title}</Link>
          </h3>
          <div>
            <p className="movement">
              <EntryLink item={item} seq={entry.kind === "correction" ? entry.corrects : entry.retracts} />{" "}
              {entry.kind === "correction" ? "was corrected" : "was retracted"} by{" "}
              <EntryLink item={item} seq={entry.seq} />
            </p>
            <p className="says summary">{entry.reason}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
