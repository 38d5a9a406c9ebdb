"use client";

import { useId } from "react";
import { type Domain, recordDomain } from "../../charts/axis.ts";
import { ItemStrip } from "../../charts/item-strip/item-strip.tsx";
import type { StatusSeries } from "../../charts/status-series.ts";
import { Dated } from "../../ui/dated.tsx";
import { Glyph } from "../../ui/glyph.tsx";
import styles from "./entry-preview.module.css";
import { type PreviewInput, type PreviewSide, previewOf } from "./preview.ts";
import { previewNote } from "./preview-words.ts";

/** What an entry would do, always in sight while it is written: the strip before and after, and the sentence the public will read. */
export function EntryPreview(input: PreviewInput) {
  const heading = useId();
  const preview = previewOf(input);
  const { before, after } = preview;
  const domain = domainOf([before.series, after?.series ?? before.series], input.today);
  return (
    <section className={styles.preview} aria-labelledby={heading}>
      <h2 id={heading} className={styles.head}>
        Preview
      </h2>
      <dl className={styles.strips}>
        <dt>now</dt>
        <dd>
          <ItemStrip series={before.series} domain={domain} />
        </dd>
        <dt>then</dt>
        <dd>{after === null ? null : <ItemStrip series={after.series} domain={domain} />}</dd>
      </dl>
      <div className={styles.words} aria-live="polite">
        <Sentence side={after ?? before} />
        <p className={styles.note}>{previewNote(preview, input.command.kind)}</p>
      </div>
    </section>
  );
}

function Sentence({ side: { reading, words } }: { side: PreviewSide }) {
  return (
    <p className={styles.sentence}>
      <Glyph status={reading.status} />
      <span>
        <b>{words.status}</b>
        <Dated text={words.rest} />
      </span>
    </p>
  );
}

/** One axis for both strips: from the year of the first stretch to the end of this one. */
function domainOf(series: readonly StatusSeries[], today: PreviewInput["today"]): Domain {
  const days = series.flatMap((one) =>
    one.kind === "none" ? [] : one.stretches.map(({ from, fromPossible }) => fromPossible ?? from),
  );
  return recordDomain(days.sort()[0] ?? null, today);
}
