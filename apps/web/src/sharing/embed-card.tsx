import { formatDay } from "@readout/core/edtf-text";
import { counted } from "@readout/core/wording";
import { atDay } from "../as-of/links.ts";
import { asOfLines } from "../as-of/words.ts";
import { recordDomain } from "../charts/axis.ts";
import { ItemStrip, StripAxis } from "../charts/item-strip/item-strip.tsx";
import { Dated } from "../ui/dated.tsx";
import { Glyph } from "../ui/glyph.tsx";
import styles from "./embed-card.module.css";
import type { SharedItem } from "./load-shared.ts";

/** An item on another site: where it stands, on what, how fresh that is, and the way to the whole of it. */
export function EmbedCard({ item, view, words, reviewed, series }: SharedItem) {
  const { origins } = item.reading;
  const began =
    series.kind === "series" ? (series.stretches[0]?.fromPossible ?? series.stretches[0]?.from ?? null) : null;
  const domain = recordDomain(began, series.end);
  return (
    <article className={styles.card}>
      <h1 className={styles.title}>
        <a href={atDay(`/items/${item.id}`, view.input)} target="_blank" rel="noopener">
          <bdi>{item.title}</bdi>
        </a>
      </h1>
      <div className={styles.reading}>
        <Glyph status={item.reading.status} />
        <div>
          <p className={styles.now}>
            <b>{words.status}</b>
            <Dated text={words.rest} />
          </p>
          <p className={styles.meta}>
            {reviewed === null ? (
              "Nothing recorded yet"
            ) : reviewed.stale ? (
              <b>
                <Dated text={reviewed.words} />
              </b>
            ) : (
              <Dated text={reviewed.words} />
            )}
            {origins > 0 && (
              <>
                {" · "}
                {origins === 1 ? <b>single origin</b> : counted(origins, "origin")}
              </>
            )}
          </p>
        </div>
      </div>
      {series.kind === "series" && (
        <div className={styles.axis}>
          <StripAxis domain={domain} />
          <ItemStrip series={series} domain={domain} />
        </div>
      )}
      <p className={styles.foot}>
        <span>
          <Dated
            text={
              view.state === "today"
                ? `As known on ${formatDay(view.today)}, and changing with the record.`
                : `${asOfLines(view).join(", ")}.`
            }
          />
        </span>
        <a href={atDay(`/items/${item.id}`, view.input)} target="_blank" rel="noopener">
          The evidence, on Readout
        </a>
      </p>
    </article>
  );
}
