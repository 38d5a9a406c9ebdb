import { use } from "react";
import { atDay } from "../../as-of/links.ts";
import { requestAsOf } from "../../as-of/request.ts";
import { Lineage } from "./lineage.tsx";
import styles from "./lineage-list.module.css";
import { LineageList } from "./lineage-list.tsx";
import type { LineageSeries } from "./series.ts";
import { emphasisSentences, lineageTitle } from "./words.ts";

type LineageFigureProps = { series: LineageSeries; anchors: ReadonlySet<number> };

/** The chart under its finding, how to read it, and the same facts as a list. */
export function LineageFigure({ series, anchors }: LineageFigureProps) {
  const { input } = use(requestAsOf());
  const hrefs = Object.fromEntries(series.origins.map(({ id }) => [id, atDay(`/sources/${id}`, input)]));
  return (
    <figure>
      <figcaption>
        <h3 id="lineage-title" className={styles.title}>
          {lineageTitle(series)}
        </h3>
        <p className={styles.how}>
          From a passage at the left to who it comes from at the right. The closer the wording, the heavier the line:
          quotations are thin, near-verbatim text is thick, paraphrase dashed, summary dotted, re-issued text double. A
          curve that ends in an open ring is uncredited.
        </p>
      </figcaption>
      <Lineage series={series} hrefs={hrefs} labelledBy="lineage-title" sentences={emphasisSentences(series)} />
      <details className={styles.details}>
        <summary>As a list</summary>
        <LineageList series={series} anchors={anchors} />
      </details>
    </figure>
  );
}
