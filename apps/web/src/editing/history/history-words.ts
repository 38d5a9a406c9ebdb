import { findEdtf } from "@readout/core/edtf";
import { formatDay, formatShort } from "@readout/core/edtf-text";
import type { HistoryEdit } from "@readout/core/history";
import { dayOfInstant } from "@readout/core/time";
import { formatParagraphs, joinWords } from "@readout/core/wording";
import { creditWords } from "../../charts/lineage/series.ts";
import { isSame, rowsApart } from "../../ui/rows-apart.ts";

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
        ...differenceWords(before?.[name], after?.[name]),
      })),
    };
  });
}

/**
 * What was and what became of it; of lists only the rows that went and came, unless they merely changed places, and of rows
 * that stayed in part only what changed in them.
 */
function differenceWords(before: unknown, after: unknown): Pick<EditedField, "before" | "after"> {
  if (!Array.isArray(before) || !Array.isArray(after)) return { before: valueWords(before), after: valueWords(after) };
  const [gone, come] = rowsApart(before, after);
  const changed = gone.length === come.length ? gone.map((row, i) => changedParts(row, come[i])) : [];
  if (changed.length > 0 && changed.every((parts) => parts !== null))
    return {
      before: valueWords(changed.map((parts) => parts.before)),
      after: valueWords(changed.map((parts) => parts.after)),
    };
  const all = gone.length === 0 && come.length === 0;
  return { before: valueWords(all ? before : gone), after: valueWords(all ? after : come) };
}

type Row = Record<string, unknown>;

/** Two rows of which the same is told, with what it is told by and what changed; null where it is not the same. */
function changedParts(before: unknown, after: unknown): { before: Row; after: Row } | null {
  if (!isRow(before) || !isRow(after)) return null;
  const lead = spoken.find((name) => valueWords(before[name]) !== null);
  if (lead === undefined || !isSame(before[lead], after[lead])) return null;
  const names = Object.keys({ ...before, ...after }).filter((name) => !isSame(before[name], after[name]));
  const partsOf = (row: Row) => Object.fromEntries([lead, ...names].map((name) => [name, row[name]]));
  return { before: partsOf(before), after: partsOf(after) };
}

const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);

/** A value as people read it; null for nothing. */
function valueWords(value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (Array.isArray(value))
    return (
      value
        .map(valueWords)
        .filter((row) => row !== null)
        .join("\n") || null
    );
  if (isRow(value)) return rowWords(value);
  const text = String(value);
  return /^\d{4}-\d{2}/.test(text) && findEdtf(text) !== null ? formatShort(text) : text;
}

/** The parts of a row in the order in which they are spoken; others follow. */
const spoken = [
  "office",
  "claim",
  "paragraphs",
  "type",
  "manner",
  "attributed",
  "derivedFrom",
  "itemId",
  "sourceId",
  "says",
];

function rowWords(row: Row): string | null {
  const rest = Object.keys(row).filter((name) => !spoken.includes(name));
  const parts = [...spoken, ...rest].map((name) => {
    const value = row[name];
    if (name === "paragraphs" && Array.isArray(value)) return formatParagraphs(value);
    if (name === "attributed") return creditWords[value as keyof typeof creditWords] ?? null;
    if (Array.isArray(value))
      return value
        .map(valueWords)
        .filter((part) => part !== null)
        .join("; ");
    return valueWords(value);
  });
  return parts.filter((part) => part !== null && part !== "").join(", ") || null;
}
