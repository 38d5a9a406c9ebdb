import type { Brief, BriefDate, BriefEntry, BriefItem, BriefNote } from "@readout/core/brief";
import { counted } from "@readout/core/wording";
import type { ReactNode } from "react";
import { Dated } from "../ui/dated.tsx";
import { keepDates } from "../ui/format.ts";
import { Glyph } from "../ui/glyph.tsx";
import styles from "./brief.module.css";

type BriefViewProps = {
  brief: Brief;
  /** The status of each item over time, by id: its drawing, and what its sign is. */
  drawn: ReadonlyMap<string, { strip: ReactNode; status: Parameters<typeof Glyph>[0]["status"] }>;
};

/** Items on a page each: the sentence, what moved, what comes, what is disputed, and the numbered proof. */
export function BriefView({ brief, drawn }: BriefViewProps) {
  const Title = brief.items.length === 1 ? "h1" : "h2";
  return brief.items.map((item) => (
    <article key={item.id} className={styles.brief} aria-labelledby={`brief-${item.id}`} data-addresses="">
      <Title id={`brief-${item.id}`} className={styles.title}>
        <bdi>{item.title}</bdi>
      </Title>
      <p className={styles.now}>
        <Glyph status={drawn.get(item.id)?.status ?? null} />{" "}
        <span>
          <b>{item.reading.status}</b>
          <Dated text={item.reading.rest} />.
        </span>
      </p>
      {item.summary !== null && <p className={styles.summary}>{item.summary}</p>}
      {item.standing.length > 0 && <p className={styles.meta}>{keepDates(item.standing.join(" · "))}</p>}
      {drawn.get(item.id)?.strip}
      <Entries item={item} />
      <Dates dates={item.ahead} />
      <Disputes item={item} />
      <Proof item={item} />
      <p className={styles.where}>
        <span className={styles.onPaper}>{brief.asOfSentence} </span>
        {brief.made}. The item: <a href={item.permalink}>{item.permalink}</a>
      </p>
    </article>
  ));
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Entries({ item: { id, entries, left } }: { item: BriefItem }) {
  if (entries.length === 0) return null;
  return (
    <Part title="What happened">
      <ul>
        {entries.map((entry) => (
          <li key={entry.seq}>
            <Entry entry={entry} item={id} />
          </li>
        ))}
      </ul>
      {left > 0 && <p className={styles.meta}>{counted(left, "earlier entry", "earlier entries")} in the ledger.</p>}
    </Part>
  );
}

function Entry({ entry, item }: { entry: BriefEntry; item: string }) {
  const { date, movement, says, remarks, amendments, retracted, notes } = entry;
  return (
    <>
      <b>{keepDates(date)}</b> {movement}. <span className="serif">{retracted ? <s>{says}</s> : says}</span>
      <Numbers notes={notes} item={item} />
      {remarks.length > 0 && <span className="dim"> ({keepDates(remarks.join("; "))})</span>}
      {amendments.map((words) => (
        <span key={words} className={styles.amendment}>
          {keepDates(words)}
        </span>
      ))}
    </>
  );
}

function Numbers({ notes, item }: { notes: readonly number[]; item: string }) {
  if (notes.length === 0) return null;
  return (
    <span className="nb">
      {" "}
      [
      {notes.map((number, i) => (
        <span key={number}>
          {i > 0 && ", "}
          <a href={`#${item}-${number}`}>{number}</a>
        </span>
      ))}
      ]
    </span>
  );
}

function Dates({ dates }: { dates: readonly BriefDate[] }) {
  return (
    <Part title="Dates">
      {dates.length === 0 ? (
        <p className="dim">No date is ahead.</p>
      ) : (
        <ul>
          {dates.map(({ date, what, standing, note }) => (
            <li key={`${date} ${what}`}>
              <b>{keepDates(date)}</b> {what} <span className="dim">({keepDates(standing)})</span>
              {note !== null && ` ${note}`}
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function Disputes({ item: { id, disagreements } }: { item: BriefItem }) {
  if (disagreements.length === 0) return null;
  return (
    <Part title="What is disputed">
      <ul>
        {disagreements.map(({ head, summary, sides, verdict, assessment }) => (
          <li key={`${head} ${summary}`}>
            <b>{head}</b>: {summary}.{" "}
            {sides.map(({ claim, notes }, i) => (
              <span key={claim}>
                {i > 0 && "; "}
                {claim}
                <Numbers notes={notes} item={id} />
              </span>
            ))}
            . {verdict} {assessment}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Proof({ item: { id, notes } }: { item: BriefItem }) {
  if (notes.length === 0) return null;
  return (
    <Part title="Evidence">
      <ol className={styles.notes}>
        {notes.map((note) => (
          <li key={note.number} id={`${id}-${note.number}`}>
            <Note note={note} />
          </li>
        ))}
      </ol>
    </Part>
  );
}

function Note({
  note: { sign, signWords, says, passage, title, published, rating, origin, page, url },
}: {
  note: BriefNote;
}) {
  return (
    <>
      <span title={signWords}>
        <span aria-hidden="true">{sign}</span>
        <span className="vh">{signWords}:</span>
      </span>{" "}
      <span className="serif">{says}</span>{" "}
      <a href={page} title={title}>
        <bdi>{passage}</bdi>
      </a>
      , {keepDates(published)}
      {rating !== null && `, ${rating}`}
      {origin !== null && `, ${origin}`}
      {url !== null && <span className={styles.address}> {url}</span>}
    </>
  );
}
