import type { Edtf } from "@readout/core/edtf";
import { formatDay, formatOn, formatWithSince } from "@readout/core/edtf-text";
import type { Overview } from "@readout/core/overview";
import { type Status, statusWord } from "@readout/core/status";
import { count, inWords } from "@readout/core/wording";
import { keepDates } from "../ui/format.ts";

/** A piece of the sentence: plain words, or a claim that leads to its proof. */
export type Piece = string | { words: string; href: string };

/** Statuses that go on are told from when they hold; the others are steps, taken on a day. */
const goesOn = new Set<Status>(["scheduled", "under-way", "in-force", "stalled", "suspended"]);

/** "lapsed on 5 February 2026", "suspended since c. 30 April 2022". */
const statusWithDate = (status: Status, effective: Edtf | string): string =>
  goesOn.has(status) ? formatWithSince(statusWord(status), effective) : `${statusWord(status)} ${formatOn(effective)}`;

/** The sentence that would do as the briefing, each claim of it a link. */
export function overviewSentence({ asOf, counts, review, moved, fallsDue }: Overview): Piece[] {
  const { total, open, notYetRaised } = counts;
  if (total === 0) return ["Nothing is followed yet."];
  const all = total === 1 ? "the one item" : `${total.toLocaleString("en-GB")} items`;
  if (notYetRaised === total)
    return [
      asOf.basis === "recorded" ? "Nothing was recorded yet: " : "Nothing was known yet: ",
      { words: `none of ${all}`, href: "/items" },
      " had been raised.",
    ];

  const pieces: Piece[] = [
    { words: open === 0 ? `None of ${all}` : `${count(open)} of ${all}`, href: "/items?phase=open" },
    open === 1 ? " is open" : open === 0 ? " is open" : " are open",
  ];
  if (open > 0) pieces.push(...reviewPieces(open, review));
  // A figure does not begin a sentence.
  if (notYetRaised > 0) pieces.push(`; ${inWords(notYetRaised)} ${notYetRaised === 1 ? "is" : "are"} not yet raised`);
  pieces.push(". ");

  const last = moved[0];
  if (last !== undefined)
    pieces.push(
      "The last to move was ",
      { words: last.title, href: `/items/${last.itemId}` },
      `: ${last.statusSubject}, ${keepDates(statusWithDate(last.after, last.effective))}. `,
    );
  const due = fallsDue.withinThirtyDays;
  pieces.push(
    {
      words:
        due === 0 ? "Nothing falls due" : due === 1 ? "One date falls due" : `${capital(inWords(due))} dates fall due`,
      href: "/calendar",
    },
    " within thirty days.",
  );
  return pieces;
}

function reviewPieces(open: number, review: Overview["review"]): Piece[] {
  const since = review.everyDays === null ? "within the time set for it" : `in the last ${review.everyDays}\u00a0days`;
  const all = review.items === open;
  if (all && open === 1) return [", and ", { words: "nobody", href: "#attention" }, ` has reviewed it ${since}`];
  if (all) return [", and ", { words: "none of them", href: "#attention" }, ` has been reviewed ${since}`];
  if (review.items === 0) {
    const next =
      review.nextDueOn === null ? "" : `; the next review is due on ${keepDates(formatDay(review.nextDueOn))}`;
    return [", each reviewed in time", next];
  }
  const some = { words: `${count(review.items)} of them`, href: "#attention" };
  return [", and ", some, ` ${review.items === 1 ? "has" : "have"} not been reviewed ${since}`];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The same sentence without links, for titles and descriptions. */
export const plainSentence = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (typeof piece === "string" ? piece : piece.words)).join("");
