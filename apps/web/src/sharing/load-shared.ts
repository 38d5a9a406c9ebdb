import "server-only";
import { type AsOfInput, resolveAsOf } from "@readout/core/as-of";
import type { ItemDetail } from "@readout/core/item";
import { type ReadingWords, readingWords, reviewedWords, runFacts, runOf } from "@readout/core/reading-words";
import type { Day, Instant } from "@readout/core/time";
import { type AsOfView, viewOf } from "../as-of/search-params.ts";
import { type StatusSeries, seriesOfLedger } from "../charts/status-series.ts";
import { api, now } from "../trpc/server.ts";

/** An item as it travels: where it stands, how firmly, how fresh that is, and how it came there. */
export type SharedItem = {
  item: ItemDetail;
  view: AsOfView;
  words: ReadingWords;
  /** How old the knowledge is; null where nothing is recorded. */
  reviewed: { stale: boolean; words: string; day: Day } | null;
  series: StatusSeries;
};

/** The item as of `input`; what does not exist ends in Next's "not found". */
export async function loadShared(id: string, input: AsOfInput): Promise<SharedItem> {
  const instant = now() as Instant;
  const view = viewOf(input, instant);
  const itemId = id as ItemDetail["id"];
  const [item, { entries }] = await Promise.all([
    api.items.get({ ...view.input, id: itemId }),
    api.items.entries({ knownOn: view.knownOn, ...view.input, id: itemId }),
  ]);
  const { answer } = runFacts(runOf(entries, view.validOn));
  const { lastReviewed } = item.reading;
  return {
    item,
    view,
    words: readingWords(item.reading, item.statusSubject, answer),
    reviewed:
      lastReviewed === null
        ? null
        : { ...reviewedWords(lastReviewed, item.reviewEveryDays, view.knownOn), day: lastReviewed },
    series: seriesOfLedger(entries, resolveAsOf(view.input, instant)),
  };
}
