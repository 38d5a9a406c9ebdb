import { boundsOf } from "@readout/core/edtf";
import { formatDay, formatOn } from "@readout/core/edtf-text";
import type { ListedMilestone } from "@readout/core/milestone";
import { dueOf } from "@readout/core/milestone-words";
import type { AttentionItem, Overview, UnsettledDisagreement } from "@readout/core/overview";
import { shortPublisher } from "@readout/core/publisher";
import { statusWord } from "@readout/core/status";
import type { Day } from "@readout/core/time";
import { counted, formatAhead, inWords, joinWords } from "@readout/core/wording";

/** Why something needs attention: `strong` says what, `rest` says more. */
export type Reason = { strong: string; rest: string };
/** The same for one item, with its kind, by which it is ordered. */
type ItemReason = Reason & { kind?: Kind };

export type AttentionLine = {
  key: string;
  title: string;
  /** Where the title leads; null for a line about several. */
  href: string | null;
  reasons: ItemReason[];
  /** Passages to read against each other. */
  passages: UnsettledDisagreement["passages"];
  more: { words: string; href: string } | null;
  /** The passed date about which somebody has to say what became of it; null where none is named. */
  toDecide: ListedMilestone | null;
};

/** The reasons in their order of weight. */
const kinds = ["passedDates", "fallsDue", "disagreements", "possibly", "singleOrigin", "notReviewed"] as const;
type Kind = (typeof kinds)[number];

/** At most this many items stand by themselves; the rest are counted. */
const MOST_LINES = 8;

/**
 * The lines of "Needs attention": a reason true for all open items first, then items by themselves, then one line for
 * each reason shared by more than a third of them, then dates that have passed on items that ended.
 */
export function attentionLines(overview: Overview): AttentionLine[] {
  const { counts, attention, passed } = overview;
  const on = overview.asOf.validOn;
  const universal = kinds.filter((kind) => counts.open > 1 && attention.counts[kind] === counts.open);
  const shared = kinds.filter(
    (kind) => !universal.includes(kind) && attention.counts[kind] * 3 > counts.open && attention.counts[kind] > 2,
  );

  const alone = attention.items.filter((item) =>
    kindsOf(item).some((kind) => !universal.includes(kind) && !shared.includes(kind)),
  );
  const shown = alone.slice(0, MOST_LINES);
  const lines: AttentionLine[] = universal.map((kind) => ({
    key: `all-${kind}`,
    title: `All ${counts.open.toLocaleString("en-GB")} open items`,
    href: null,
    reasons: [manyReason(kind, overview)],
    passages: [],
    more: { words: "show them", href: "/items?phase=open" },
    toDecide: null,
  }));
  for (const item of shown) {
    const own = kindsOf(item).filter((kind) => !universal.includes(kind));
    lines.push({
      key: item.itemId,
      title: item.title,
      href: `/items/${item.itemId}`,
      reasons: own.map((kind) => ({ kind, ...reasonOf(kind, item, on) })),
      passages: item.disagreements[0]?.passages.slice(0, 2) ?? [],
      more: null,
      toDecide: own.includes("passedDates") ? (item.passedDates[0] ?? null) : null,
    });
  }
  if (alone.length > shown.length)
    lines.push({
      key: "more",
      title: `${counted(alone.length - shown.length, "more open item")}`,
      href: null,
      reasons: [{ strong: "", rest: "With reasons of their own." }],
      passages: [],
      more: { words: "show them", href: "/items?phase=open" },
      toDecide: null,
    });
  for (const kind of shared) {
    const left = attention.counts[kind] - shown.filter((item) => kindsOf(item).includes(kind)).length;
    if (left <= 0) continue;
    lines.push({
      key: `shared-${kind}`,
      title: counted(left, shown.length > 0 ? "more open item" : "open item"),
      href: null,
      reasons: [manyReason(kind, overview)],
      passages: [],
      more: { words: "show them", href: "/items?phase=open" },
      toDecide: null,
    });
  }
  if (passed.onEnded > 0)
    lines.push({
      key: "passed",
      title: counted(passed.onEnded, "passed date"),
      href: null,
      reasons: [
        {
          strong: "No verdict",
          rest:
            passed.onEnded === 1
              ? ": met, missed or moved? It is on an item that has ended."
              : ": met, missed or moved? All on items that have ended.",
        },
      ],
      passages: [],
      more: { words: "show them", href: "/calendar#passed" },
      toDecide: passed.dates === 1 ? (passed.last[0] ?? null) : null,
    });
  return lines;
}

function kindsOf(item: AttentionItem): Kind[] {
  const holds: Record<Kind, boolean> = {
    passedDates: item.passedDates.length > 0,
    fallsDue: item.fallsDue.length > 0,
    disagreements: item.disagreements.length > 0,
    possibly: item.possibly !== null,
    singleOrigin: item.singleOrigin !== null,
    notReviewed: item.lastReviewed !== null,
  };
  return kinds.filter((kind) => holds[kind]);
}

function reasonOf(kind: Kind, item: AttentionItem, on: Day): Reason {
  switch (kind) {
    case "passedDates": {
      const [first, ...others] = item.passedDates;
      const more = others.length > 0 ? `, and ${counted(others.length, "other")} before` : "";
      return {
        strong: `Passed ${first ? formatOn(dueOf(first)) : ""}`,
        rest: ` without a verdict${more}: ${first?.what ?? ""}`,
      };
    }
    case "fallsDue": {
      const first = item.fallsDue[0];
      if (first === undefined) return { strong: "Falls due", rest: "" };
      const due = dueOf(first);
      const { earliest, latest } = boundsOf(due);
      const ahead = latest === null ? "" : ` ${earliest === latest ? "" : "with "}${formatAhead(earliest, latest, on)}`;
      return { strong: `Falls due${ahead}`, rest: `, ${formatOn(due)}: ${first.what}` };
    }
    case "disagreements": {
      const n = item.disagreements.length;
      return {
        strong: "Sources disagree",
        rest: n === 1 ? " on one point" : ` on ${inWords(n)} points, ${n === 2 ? "neither" : "none"} settled`,
      };
    }
    case "possibly":
      return {
        strong: "Possibly changed",
        rest:
          item.possibly === null
            ? ""
            : ` ${formatOn(item.possibly.since)}: to ${joinWords(item.possibly.statuses.map(statusWord), "or")}`,
      };
    case "singleOrigin":
      return { strong: "Single origin", rest: item.singleOrigin === null ? "" : singleOriginRest(item.singleOrigin) };
    case "notReviewed":
      return {
        strong:
          item.lastReviewed === null ? "Not reviewed" : `As of ${formatDay(item.lastReviewed)}, not reviewed since`,
        rest: ` (due every ${item.reviewEveryDays} days)`,
      };
  }
}

/** The reason in a line that stands for several items. */
function manyReason(kind: Kind, { review, newestSingleOrigin }: Overview): Reason {
  switch (kind) {
    case "notReviewed": {
      const { oldest } = review;
      const strong =
        review.everyDays === null ? "Not reviewed when due." : `Not reviewed in the last ${review.everyDays} days.`;
      if (oldest === null) return { strong, rest: "" };
      const who = oldest.items === 1 ? oldest.first.title : `${inWords(oldest.items)} items`;
      return { strong, rest: ` Longest: ${who}, as of ${formatDay(oldest.lastReviewed)}.` };
    }
    case "singleOrigin":
      return {
        strong: "Single origin.",
        rest: newestSingleOrigin === null ? "" : newestRest(newestSingleOrigin),
      };
    case "disagreements":
      return { strong: "Sources disagree", rest: " on points that are not settled." };
    case "possibly":
      return { strong: "Possibly changed", rest: " since the last certain day." };
    case "fallsDue":
      return { strong: "Falls due", rest: " within thirty days." };
    case "passedDates":
      return { strong: "Passed a date", rest: " without a verdict." };
  }
}

const originName = ({ origin, publisher }: { origin: string; publisher: string | null }): string =>
  publisher === null ? origin : shortPublisher(publisher);

const newestRest = ({ title, origin }: NonNullable<Overview["newestSingleOrigin"]>): string =>
  ` Newest: ${isUnnamed(origin) ? "unnamed" : originName(origin)}, on ${title}.`;

/** An origin that nobody names is said to be so. */
const singleOriginRest = (origin: { origin: string; publisher: string | null }): string =>
  isUnnamed(origin) ? ", and that one unnamed" : `: ${originName(origin)}`;

const isUnnamed = (origin: { origin: string; publisher: string | null }): boolean =>
  /^unknown\b/i.test(originName(origin));
