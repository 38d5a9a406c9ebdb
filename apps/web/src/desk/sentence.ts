import { formatDay } from "@readout/core/edtf-text";
import type { DuePage } from "@readout/core/review";
import { counted, joinWords, sentenceCase } from "@readout/core/wording";

type Waiting = {
  drafts: number;
  /** Proposals of others. */
  waiting: number;
  /** One's own that somebody else has to decide on. */
  own: number;
  due: Pick<DuePage, "nextCursor" | "nextDueOn"> & { items: { length: number } };
};

/** What waits, in one sentence: "One draft is kept, 3 proposals wait and 13 items are due for a look." */
export function deskSentence({ drafts, waiting, own, due }: Waiting): string {
  const parts = [
    ...(drafts === 0 ? [] : [counted(drafts, "draft of yours is kept", "drafts of yours are kept")]),
    ...(waiting === 0 ? [] : [counted(waiting, "proposal waits", "proposals wait")]),
    ...(own === 0 ? [] : [`${counted(own, "proposal")} of yours ${own === 1 ? "waits" : "wait"} for somebody else`]),
    ...(due.items.length === 0
      ? []
      : [
          due.nextCursor === null
            ? counted(due.items.length, "item is due for a look", "items are due for a look")
            : `more than ${due.items.length} items are due for a look`,
        ]),
  ];
  if (parts.length > 0) return `${sentenceCase(joinWords(parts))}.`;
  return due.nextDueOn === null
    ? "Nothing waits for you."
    : `Nothing waits for you. Next look due on ${formatDay(due.nextDueOn)}.`;
}
