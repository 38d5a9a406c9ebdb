import { findEdtf } from "@readout/core/edtf";
import { formatShort } from "@readout/core/edtf-text";
import { formatParagraphs, joinWords } from "@readout/core/wording";
import { basisWords, creditWords, mannerWords } from "../../charts/lineage/series.ts";
import { rowsApart } from "../../ui/rows-apart.ts";

type Fields = Readonly<Record<string, unknown>> | null;

/** What an act changed: the fields in one line, and each as it was and as it became, by its name. */
export type ChangeWords = { says: string; before: Record<string, string>; after: Record<string, string> };

/** Fields that are called otherwise where people read them; others are called as they are written. */
const fieldWords: Readonly<Record<string, string>> = {
  resolutionCriteria: "what settles it",
  statusSubject: "what its status speaks of",
  ownerSide: "who has to move",
  opened: "open since",
  whyOpen: "why it is open",
  reviewEveryDays: "days between looks",
  itemId: "item",
  itemIds: "items",
  sourceId: "source",
  derivedFrom: "from",
  attributed: "credit",
  basis: "how we know",
  reliability: "rating",
  reliabilityReason: "why this rating",
  paragraphCount: "number of paragraphs",
  origin: "first said by",
  also: "other names",
  effective: "since",
  expectedHead: "made on entry",
  seq: "entry",
  entrySeq: "entry",
  prevHash: "hash before",
};

const valueWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  manner: mannerWords,
  attributed: creditWords,
  basis: basisWords,
};

const NAMED_AT_MOST = 4;

/**
 * What an act changed, in words; null where it changed nothing. Of a list of records only the rows that went and came are told,
 * unless they merely changed places.
 *
 * @param before null where the thing was made by the act
 */
export function changeWords(before: Fields, after: Fields): ChangeWords | null {
  const words: ChangeWords = { says: "", before: {}, after: {} };
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const changed = names.flatMap((name) => {
    const [was, is] = difference(before?.[name], after?.[name]).map((value) => wordsOf(name, value));
    if (was === is) return [];
    const called = fieldName(name);
    if (was) words.before[called] = was;
    if (is) words.after[called] = is;
    return [called];
  });
  if (changed.length === 0) return null;
  const more = changed.length - NAMED_AT_MOST;
  const named = more > 1 ? [...changed.slice(0, NAMED_AT_MOST), `${more} more`] : changed;
  return { ...words, says: joinWords(named) };
}

function difference(before: unknown, after: unknown): [unknown, unknown] {
  if (!isRows(before) || !isRows(after)) return [before, after];
  const [gone, come] = rowsApart(before, after);
  return gone.length === 0 && come.length === 0 ? [before, after] : [gone, come];
}

const isRows = (value: unknown): value is unknown[] =>
  Array.isArray(value) && value.every((row) => typeof row === "object" && row !== null);

/** A value as people read it; "" for nothing. Records in a list stand a line each, within another record in brackets. */
function wordsOf(name: string, value: unknown, isWithin = false): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (name === "paragraphs" && Array.isArray(value)) return formatParagraphs(value);
  if (Array.isArray(value)) {
    const parts = value.map((part) => wordsOf(name, part, isWithin)).filter((part) => part !== "");
    return parts.join(isRows(value) && !isWithin ? "\n" : ", ");
  }
  if (typeof value === "object") {
    const parts = Object.entries(value).flatMap(([inner, held]) => {
      const says = wordsOf(inner, held, true);
      return says === "" ? [] : [inner === "paragraphs" ? says : `${fieldName(inner)}: ${says}`];
    });
    return isWithin ? `(${parts.join("; ")})` : parts.join("; ");
  }
  const text = String(value);
  const known = valueWords[name]?.[text];
  if (known !== undefined) return known;
  return /^\d{4}-\d{2}(?!.*T)/.test(text) && findEdtf(text) !== null ? formatShort(text) : text;
}

/** A field's name as people say it: "statusSubject" is "status subject" where it has no other. */
const fieldName = (name: string): string =>
  fieldWords[name] ?? name.replace(/(?<=[a-z0-9])[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
