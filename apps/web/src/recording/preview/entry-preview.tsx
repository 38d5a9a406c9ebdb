"use client";

import type { Day } from "@readout/core/time";
import { useId } from "react";
import { type Domain, recordDomain } from "../../charts/axis.ts";
import { ItemStrip, StripAxis } from "../../charts/item-strip/item-strip.tsx";
import type { StatusSeries } from "../../charts/status-series.ts";
import { Dated } from "../../ui/dated.tsx";
import { Glyph } from "../../ui/glyph.tsx";
import { aheadWarning } from "../ahead.ts";
import styles from "./entry-preview.module.css";
import { type PreviewInput, type PreviewSide, previewOf } from "./preview.ts";
import { previewNote } from "./preview-words.ts";

/** What an entry would do, always in sight while it is written: the strip before and after, and the sentence the public will read. */
export function EntryPreview(input: PreviewInput) {
  const heading = useId();
  const preview = previewOf(input);
  const { before, after } = preview;
  const warning = aheadWarning(input.command, input.today);
  const domain = domainOf([before.series, ...(after === null ? [] : [after.series])], input.today);
  return (
    <section className={styles.preview} aria-labelledby={heading}>
      <h2 id={heading} className={styles.head}>
        Preview: what the public will read today
      </h2>
      <div className={styles.body}>
        <dl className={styles.strips}>
          <dt>before</dt>
          <dd>
            <ItemStrip series={before.series} domain={domain} />
          </dd>
          <dt>after</dt>
          <dd>
            {after === null ? (
              <span className="dimmer small">not yet known</span>
            ) : (
              <ItemStrip series={after.series} domain={domain} />
            )}
          </dd>
          <dd className={styles.years}>
            <StripAxis domain={domain} />
          </dd>
        </dl>
        <div aria-live="polite">
          <Sentence side={after ?? before} />
          {warning !== null && (
            <p className={styles.warning}>
              <Dated text={warning} />
            </p>
          )}
          <p className={styles.note}>
            <Dated text={previewNote(preview, input.command.kind)} />
          </p>
        </div>
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
function domainOf(series: readonly StatusSeries[], today: Day): Domain {
  const starts = series.flatMap((one) =>
    one.kind === "none" ? [] : one.stretches.map(({ from, fromPossible }) => fromPossible ?? from),
  );
  return recordDomain(starts.sort()[0] ?? null, today);
}
