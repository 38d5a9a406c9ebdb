import { shortPublisher } from "@readout/core/publisher";
import { counted, formatParagraphs } from "@readout/core/wording";
import { Link } from "../../ui/link.tsx";
import { plainTitle } from "../../ui/plain-title.ts";
import styles from "./lineage-list.module.css";
import { basisWords, type LineageLink, type LineageSeries } from "./series.ts";
import { linkWords, withoutLink } from "./words.ts";

type LineageListProps = {
  series: LineageSeries;
  /** Paragraphs to which "Reuters ¶15" elsewhere leads here, because nothing else on the page cites them. */
  anchors: ReadonlySet<number>;
};

/** The facts of the chart as a list: every passage, where it came from, how that is known, and what was left out. */
export function LineageList({ series, anchors }: LineageListProps) {
  const withLeftOut = series.origins.filter((origin) => origin.dropped.length > 0);
  return (
    <>
      <ol className={styles.list}>
        {rowsOf(series).map((paragraphs) => {
          const first = paragraphs[0] ?? null;
          const links = series.links.filter((link) => link.paragraph === first);
          const numbers = paragraphs.filter((number) => number !== null);
          return (
            <li key={first ?? "all"} id={`from-${first ?? "all"}`}>
              <span className={styles.number}>{first === null ? "All of it" : formatParagraphs(numbers)}</span>
              <div>
                {numbers
                  .filter((number) => anchors.has(number))
                  .map((number) => (
                    <span key={number} id={`p${number}`} />
                  ))}
                {links.length === 0 && <p className="dim">{withoutLink(series, first)}</p>}
                {links.map((link) => (
                  <LinkRow key={`${link.originId} ${link.manner}`} series={series} link={link} />
                ))}
              </div>
            </li>
          );
        })}
      </ol>
      {withLeftOut.map((origin) => (
        <p key={origin.id} className={styles.left}>
          Left out of {shortPublisher(origin.publisher)}, {plainTitle(origin.title)}:{" "}
          {counted(origin.dropped.length, "paragraph")} ({formatParagraphs(origin.dropped)}).
          {origin.droppedNote !== null && <span className="dim"> {origin.droppedNote}</span>}
        </p>
      ))}
    </>
  );
}

function LinkRow({ series, link }: { series: LineageSeries; link: LineageLink }) {
  const origin = series.origins.find(({ id }) => id === link.originId);
  return (
    <p>
      {linkWords(link)}, from{" "}
      <Link href={`/sources/${link.originId}`}>
        {shortPublisher(origin?.publisher ?? link.originId)}
        {origin !== undefined && `, ${plainTitle(origin.title)}`}
      </Link>
      <span className="dim">
        {" "}
        · {basisWords[link.basis]}
        {link.note !== null && `. ${link.note}`}
      </span>
    </p>
  );
}

/** One row a paragraph; neighbours of which there is nothing to tell share one. */
function rowsOf(series: LineageSeries): (number | null)[][] {
  const rows: (number | null)[][] = [];
  const silent = (paragraph: number | null) => series.links.every((link) => link.paragraph !== paragraph);
  for (const paragraph of series.paragraphs) {
    const before = rows.at(-1)?.at(-1);
    const joins =
      before !== undefined &&
      silent(paragraph) &&
      silent(before) &&
      withoutLink(series, paragraph) === withoutLink(series, before);
    if (joins) rows.at(-1)?.push(paragraph);
    else rows.push([paragraph]);
  }
  return rows;
}
