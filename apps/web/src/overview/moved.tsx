import { boundsOf } from "@readout/core/edtf";
import { dueOf } from "@readout/core/milestone-words";
import type { Overview } from "@readout/core/overview";
import { shortPublisher } from "@readout/core/publisher";
import { statusWord } from "@readout/core/status";
import { formatAhead, formatDue } from "@readout/core/wording";
import { Arrow } from "../ui/glyph.tsx";
import { Link } from "../ui/link.tsx";
import { NoData } from "../ui/no-data.tsx";
import { Section } from "../ui/section.tsx";
import { ShortDate } from "../ui/short-date.tsx";
import { StatusInline } from "../ui/status.tsx";

/** The last movements, each from what to what, and who said so first. */
export function Moved({ moved }: { moved: Overview["moved"] }) {
  return (
    <Section id="moved" title="Moved last" beside={<Link href="/changes">all changes</Link>}>
      {moved.length === 0 ? (
        <NoData>Nothing had moved by this day.</NoData>
      ) : (
        <ol className="rows dated">
          {moved.map(({ itemId, title, statusSubject, before, after, effective, entrySeq, source }) => (
            <li key={`${itemId} ${entrySeq}`}>
              <ShortDate edtf={effective} className="dim" />
              <div>
                <Link className="row-title" href={`/items/${itemId}`}>
                  <bdi>{title}</bdi>
                </Link>
                <div className="dim">
                  {statusSubject}:{" "}
                  <span className="nb">
                    {before !== null && (
                      <>
                        {statusWord(before)} <Arrow />{" "}
                      </>
                    )}
                    <StatusInline status={after} />
                  </span>
                  {source !== null && (
                    <>
                      {" · "}
                      <Link href={`/sources/${source.id}`}>{shortPublisher(source.publisher)}</Link>
                    </>
                  )}
                </div>
              </div>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

/** The next dates ahead, nearest first. */
export function FallsDue({ overview }: { overview: Overview }) {
  const { next } = overview.fallsDue;
  const on = overview.asOf.validOn;
  return (
    <Section id="due" title="Falls due" beside={<Link href="/calendar">calendar</Link>}>
      {next.length === 0 ? (
        <NoData>No date lies ahead.</NoData>
      ) : (
        <ol className="rows dated">
          {next.slice(0, 4).map((milestone) => {
            const { itemId, itemTitle, ordinal, what } = milestone;
            const date = dueOf(milestone);
            const { earliest, latest } = boundsOf(date);
            return (
              <li key={`${itemId} ${ordinal}`}>
                <time className="nb dim" dateTime={date}>
                  {formatDue(date)}
                </time>
                <div>
                  <Link className="row-title" href={`/items/${itemId}`}>
                    <bdi>{itemTitle}</bdi>
                  </Link>
                  <div className="dim">
                    {what}
                    {latest !== null && `; ${formatAhead(earliest, latest, on)}`}
                  </div>
                </div>
              </li>
            );
          })}
        </ol>
      )}
    </Section>
  );
}
