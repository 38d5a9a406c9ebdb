import { z } from "zod";
import { AsOf, knownDayOf, withAsOf } from "./as-of.ts";
import { Entry } from "./entry.ts";
import { ItemId } from "./id.ts";
import { ItemDetail } from "./item.ts";
import { listFilters } from "./read.ts";
import { StatusInterval } from "./reading.ts";
import { SourceSummary } from "./source.ts";
import { Instant, isInstant } from "./time.ts";
import { counted } from "./wording.ts";

/** More than this is refused: it would hold up everybody else, and no reader of a document wants it at once. */
export const exportLimits = { items: 1000, entries: 10_000 };

export const ExportFormat = z.enum(["json", "csv", "xlsx", "md", "docx"]);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** The media type of each form. */
export const exportTypes: Record<ExportFormat, string> = {
  json: "application/json",
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  md: "text/markdown; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** What an export is narrowed to: items by name, and the filters of their list. */
const ExportFilters = z.strictObject({
  items: z
    .array(ItemId)
    .min(1)
    .max(200)
    .optional()
    .meta({ description: "Only these items, comma-separated; all of them must exist" }),
  ...listFilters,
});
export type ExportFilters = z.infer<typeof ExportFilters>;

/** What to take along, as of which days; `format` is how HTTP hands it over, the procedure answers with the document itself. */
export const GetExport = withAsOf({
  ...ExportFilters.shape,
  format: ExportFormat.default("json").meta({ description: "How it is handed over" }),
});
export type GetExport = z.infer<typeof GetExport>;

/** An item with its visible ledger and its stretches of status; `sentence` says its reading in words. */
export const ExportedItem = ItemDetail.omit({ asOf: true }).extend({
  permalink: z.string(),
  sentence: z.string(),
  intervals: z.array(StatusInterval),
  entries: z.array(Entry),
});
export type ExportedItem = z.infer<typeof ExportedItem>;

/**
 * Items with their evidence, to be taken along: it states by itself as of which days it holds, what it was narrowed to, when
 * and where it was made, and where the same is read. `sources` are those that were known, of all that is cited.
 */
export const Export = z.strictObject({
  v: z.literal(1),
  madeAt: Instant,
  installation: z.string().meta({ description: "Where it was made" }),
  permalink: z.string().meta({ description: "Where the same items are read as of the same days" }),
  asOf: AsOf,
  asOfSentence: z.string(),
  filters: ExportFilters,
  filterSentence: z.string(),
  items: z.array(ExportedItem),
  sources: z.array(SourceSummary),
});
export type Export = z.infer<typeof Export>;

const filterNames = Object.keys(ExportFilters.shape) as (keyof ExportFilters)[];

/** The filters of an input alone. */
export const filtersOf = (input: ExportFilters): ExportFilters =>
  Object.fromEntries(filterNames.flatMap((name) => (input[name] === undefined ? [] : [[name, input[name]]])));

/** The parameters that name filters and days exactly, so that the same address gives the same on every later day. */
export function exportQuery(asOf: AsOf, filters: ExportFilters = {}): string {
  const named = filterNames.flatMap((name) => (filters[name] === undefined ? [] : [[name, String(filters[name])]]));
  const { knownOn, validOn, basis } = asOf;
  return new URLSearchParams([
    ...(named as [string, string][]),
    ["knownOn", knownOn],
    ...(validOn === knownDayOf(asOf) ? [] : [["validOn", validOn] as [string, string]]),
    ...(basis === "reported" ? [] : [["basis", basis] as [string, string]]),
  ]).toString();
}

/** "All items.", "2 chosen items.", "Items: open; tagged arms control." */
export function filterSentence(words: readonly string[], chosen: number | null): string {
  const what = chosen === null ? (words.length === 0 ? "All items" : "Items") : counted(chosen, "chosen item");
  return `${what}${words.length === 0 ? "" : `: ${words.join("; ")}`}.`;
}

/**
 * The name of a file, which says what it holds and as of which day: "readout-new-start-extension-as-known-2021-01-31.docx".
 *
 * @returns letters, digits and hyphens alone, which every file system and every header takes
 */
export function exportFileName({ items, asOf }: Pick<Export, "items" | "asOf">, format: ExportFormat): string {
  const what = items.length === 1 ? items[0]!.id : `${items.length}-items`;
  const known = isInstant(asOf.knownOn) ? asOf.knownOn.slice(0, 19).replaceAll(":", "") : asOf.knownOn;
  const how = asOf.basis === "recorded" ? "as-shown" : "as-known";
  const world = asOf.validOn === knownDayOf(asOf) ? "" : `-on-${asOf.validOn}`;
  return `readout-${what}${world}-${how}-${known}.${format}`;
}
