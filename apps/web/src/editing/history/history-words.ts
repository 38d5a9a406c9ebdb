import { findEdtf } from "@readout/core/edtf";
import { formatDay, formatShort } from "@readout/core/edtf-text";
import type { HistoryEdit } from "@readout/core/history";
import { dayOfInstant } from "@readout/core/time";
import { joinWords } from "../../ui/format.ts";

/** What the fields of things that can be edited are called in their history. */
const fieldWords: Record<string, string> = {
  title: "title",
  question: "question",
  resolutionCriteria: "what settles it",
  statusSubject: "what its status speaks of",
  ownerSide: "who has to move",
  tags: "tags",
  opened: "open since",
  whyOpen: "why it is open",
  reviewEveryDays: "days between looks",
  parties: "parties",
  links: "links",
  milestones: "dates",
  date: "date",
  kind: "kind",
  what: "what falls due",
  verdict: "verdict",
  movedTo: "moved to",
  entrySeq: "shown by entry",
  decidedOn: "decided on",
  note: "note",
  publisher: "publisher",
  author: "author",
  language: "language",
  published: "published",
  reliability: "reliability",
  reliabilityReason: "reason of the rating",
  url: "address",
  paragraphCount: "paragraphs",
  origin: "first said by",
  lineage: "lineage",
  name: "name",
  type: "kind",
  state: "state",
  also: "other names",
  offices: "offices",
  itemIds: "items",
  summary: "summary",
  sides: "sides",
  assessment: "assessment",
};

/** A field of an edit, as it was and as it became; null where it was, or is, empty. */
export type EditedField = { field: string; before: string | null; after: string | null };

/** One edit in words: "Edited on 5 November 2026: title and tags". */
export type EditWords = { key: string; says: string; by: string | null; reason: string | null; fields: EditedField[] };

/** An edit, with what it was made to where that is a part of the thing: a date of an item. */
export type ToldEdit = HistoryEdit & { of?: string };

/** Edits in words, in the order in which they come. */
export function historyWords(edits: readonly ToldEdit[]): EditWords[] {
  return edits.map(({ at, by, act, before, after, of }, i) => {
    const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
    const changed = names.filter((name) => fieldWords[name] !== undefined && !isSame(before?.[name], after?.[name]));
    const verb = act.endsWith(".decided") ? "Decided" : "Edited";
    const what = [of === undefined ? "" : `“${of}”`, joinWords(changed.map((name) => fieldWords[name] ?? name))];
    const rest = what.filter((part) => part !== "").join(", ");
    return {
      key: `${at} ${i}`,
      says: `${verb} on ${formatDay(dayOfInstant(at))}${rest === "" ? "" : `: ${rest}`}`,
      by: by?.name ?? null,
      reason: typeof after?.reason === "string" ? after.reason : null,
      fields: changed.map((name) => ({
        field: fieldWords[name] ?? name,
        before: valueWords(before?.[name]),
        after: valueWords(after?.[name]),
      })),
    };
  });
}

const isSame = (before: unknown, after: unknown): boolean =>
  JSON.stringify(before ?? null) === JSON.stringify(after ?? null);

/** A value as people read it; null for nothing. A list of rows is told row by row. */
function valueWords(value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (Array.isArray(value)) {
    const rows = value.map(valueWords).filter((row) => row !== null);
    return rows.length === 0 ? null : rows.join(rows.some((row) => row.length > 40) ? "\n" : ", ");
  }
  if (typeof value === "object")
    return (
      Object.values(value)
        .map(valueWords)
        .filter((part) => part !== null)
        .join(", ") || null
    );
  const text = String(value);
  return /^\d{4}-\d{2}/.test(text) && findEdtf(text) !== null ? formatShort(text) : text;
}
