import type { SourceDetail } from "@readout/core/source";
import { statusWord } from "@readout/core/status";
import { Citation } from "../ui/citation.tsx";
import { Glyph } from "../ui/glyph.tsx";
import { Link, OutsideLink } from "../ui/link.tsx";
import { NoData } from "../ui/no-data.tsx";
import { ShortDate } from "../ui/short-date.tsx";
import { notesOf, type SourceNote } from "./notes.ts";
import { byItem, takings } from "./words.ts";

/** Every entry that would fall with this source, by item. */
export function RestsOn({ source }: { source: SourceDetail }) {
  return (
    <ul className="rests">
      {byItem(source.entries).map((group) => {
        const entries = new Map(group.entries.map((entry) => [entry.seq, entry]));
        return (
          <li key={group.itemId}>
            <Link href={`/items/${group.itemId}`} className="title">
              {group.title}
            </Link>
            <ul>
              {[...entries.values()].map((entry) => (
                <li key={entry.seq}>
                  <span className="st">
                    <Glyph status={entry.status} />
                    {statusWord(entry.status)}
                  </span>{" "}
                  <span className="dim">{group.subject}</span>{" "}
                  <span className="dim nb">
                    <ShortDate edtf={entry.effective} /> ·{" "}
                    <Link href={`/items/${entry.itemId}#entry-${entry.seq}`}>entry {entry.seq}</Link>
                  </span>
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}

/** Sources whose passages come from this one. */
export function DeriveFromIt({ source }: { source: SourceDetail }) {
  if (source.usedBy.length === 0) return <NoData>No other source is shown to draw on it.</NoData>;
  return (
    <ul className="rests">
      {takings(source.usedBy).map((taking) => (
        <li key={`${taking.sourceId} ${taking.words}`}>
          <Citation {...taking} />
          <span className="dim small"> {taking.words}</span>
        </li>
      ))}
    </ul>
  );
}

/** How the day of a source was found, and what else was noted about it. */
export function SourceNotes({ source }: { source: SourceDetail }) {
  return (
    <dl className="source-notes">
      {notesOf(source.notes).map(({ label, text, link }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <NoteText text={text} link={link} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function NoteText({ text, link }: Pick<SourceNote, "text" | "link">) {
  if (link !== null) return <Link href={`/${link.to}s/${link.id}`}>{text}</Link>;
  if (/^https?:\/\/\S+$/.test(text)) return <OutsideLink href={text}>{text}</OutsideLink>;
  return /^[0-9a-f]{64}$/.test(text) ? <code className="hash">{text}</code> : text;
}
