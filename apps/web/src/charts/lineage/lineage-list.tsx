import { counted, formatParagraphs } from "../../ui/format.ts";
import { Link } from "../../ui/link.tsx";
import { shortPublisher } from "../../ui/publisher.ts";
import styles from "./lineage-list.module.css";
import { basisWords, type LineageSeries } from "./series.ts";
import { linkWords, withoutLink } from "./words.ts";

/** The facts of the chart as a list: every passage, where it came from, how that is known, and what was left out. */
export function LineageList({ series }: { series: LineageSeries }) {
  const withLeftOut = series.origins.filter((origin) => origin.dropped.length > 0);
  return (
    <>
      <ol className={styles.list}>
        {series.paragraphs.map((paragraph) => {
          const links = series.links.filter((link) => link.paragraph === paragraph);
          return (
            <li key={paragraph ?? "all"} id={`from-${paragraph ?? "all"}`}>
              <span className={styles.number}>{paragraph === null ? "All of it" : formatParagraphs([paragraph])}</span>
              <div>
                {links.length === 0 && <p className="dim">{withoutLink(series, paragraph)}</p>}
                {links.map((link) => {
                  const origin = series.origins.find(({ id }) => id === link.originId)!;
                  return (
                    <p key={`${link.originId} ${link.manner}`}>
                      {linkWords(link)}, from{" "}
                      <Link href={`/sources/${origin.id}`} title={origin.title}>
                        {shortPublisher(origin.publisher)}
                      </Link>
                      <span className="dim">
                        {" "}
                        · {basisWords[link.basis]}
                        {link.note !== null && `. ${link.note}`}
                      </span>
                    </p>
                  );
                })}
              </div>
            </li>
          );
        })}
      </ol>
      {withLeftOut.map((origin) => (
        <p key={origin.id} className={styles.left}>
          Left out of {shortPublisher(origin.publisher)}, {origin.title}: {counted(origin.dropped.length, "paragraph")}{" "}
          ({formatParagraphs(origin.dropped)}).
          {origin.droppedNote !== null && <span className="dim"> {origin.droppedNote}</span>}
        </p>
      ))}
    </>
  );
}
