import { formatDay, formatOn } from "@readout/core/edtf-text";
import type { Entry } from "@readout/core/entry";
import type { ItemDetail } from "@readout/core/item";
import { originNames } from "@readout/core/origin-words";
import { readingWords, reviewedWords, runFacts, runOf } from "@readout/core/reading-words";
import type { AsOfView } from "../as-of/search-params.ts";
import { Dated } from "../ui/dated.tsx";
import { Glyph } from "../ui/glyph.tsx";
import { NoData } from "../ui/no-data.tsx";
import type { Cited } from "./cited.ts";
import type { EntryWay } from "./item-head.tsx";
import styles from "./item-page.module.css";
import { shownRun } from "./shown-evidence.ts";

type ReadingPanelProps = {
  item: ItemDetail;
  entries: readonly Entry[];
  cited: Cited;
  view: AsOfView;
  /** What may be done with a look from here: by those who may, and today. */
  reviewWay: EntryWay | null;
};

/** Where the item stands, how firmly, on what, and how fresh that is: the sentence of the page. */
export function ReadingPanel({ item, entries, cited, view, reviewWay }: ReadingPanelProps) {
  if (entries.length === 0) return <NothingRecorded item={item} view={view} />;
  const { reading } = item;
  const { run, whole } = shownRun(runOf(entries, view.validOn), cited.sources, view);
  const { summary, answer, origins } = runFacts(run);
  const words = readingWords(reading, item.statusSubject, answer);
  return (
    <section className={styles.reading} aria-label="Reading">
      <Glyph status={reading.status} />
      <p className={styles.now}>
        <b>{words.status}</b>
        <Dated text={words.rest} />
      </p>
      {summary !== null && <p className={styles.summary}>{summary}</p>}
      <div className={styles.meta}>
        {reading.entrySeq !== null && (
          <span>
            <a href={`#entry-${reading.entrySeq}`}>Entry {reading.entrySeq}</a>
            {origins.length === 1 ? (
              <>
                , <b>single origin</b>: {originNames(origins, cited)}
              </>
            ) : origins.length > 1 ? (
              `, ${origins.length} origins`
            ) : (
              whole && ", no supporting origin"
            )}
          </span>
        )}
        <Reviewed item={item} view={view} />
        {reviewWay !== null && (
          <a href={`/desk/items/${item.id}/record?kind=review`}>
            {reviewWay === "record" ? "Record" : "Propose"} a review
          </a>
        )}
      </div>
    </section>
  );
}

function Reviewed({ item, view }: { item: ItemDetail; view: AsOfView }) {
  const { lastReviewed } = item.reading;
  if (lastReviewed === null) return null;
  const { stale, words, detail } = reviewedWords(lastReviewed, item.reviewEveryDays, view.knownOn);
  return stale ? (
    <span>
      <b>
        <Dated text={words} />
      </b>{" "}
      ({detail})
    </span>
  ) : (
    <span>
      <Dated text={words} />, {detail}
    </span>
  );
}

function NothingRecorded({ item, view }: { item: ItemDetail; view: AsOfView }) {
  const { opened, whyOpen } = item;
  const since = opened === null ? "" : ` Opened ${formatOn(opened)}`;
  const because = whyOpen === null ? "." : ` because ${whyOpen.charAt(0).toLowerCase()}${whyOpen.slice(1)}`;
  return (
    <section className={styles.reading} aria-label="Reading">
      <Glyph status={null} />
      <p className={styles.now}>
        <b>Not yet raised</b>: {item.statusSubject}
      </p>
      <div className={styles.summary}>
        <NoData>
          {view.state === "today" || view.state === "world"
            ? `Nothing recorded yet.${since}${since === "" ? "" : because}`
            : view.basis === "recorded"
              ? `Readout had recorded nothing on this by ${formatDay(view.knownOn)}.`
              : `None of the sources had said anything on this by ${formatDay(view.knownOn)}.`}
        </NoData>
      </div>
    </section>
  );
}
