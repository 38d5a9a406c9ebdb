import type { Export } from "@readout/core/export";
import writeExcelFile from "write-excel-file/node";
import {
  aboutColumns,
  type Cell,
  type Column,
  cellsOf,
  entryColumns,
  evidenceColumns,
  evidenceOf,
  framingColumns,
  headOf,
  itemColumns,
  milestoneColumns,
  sourceColumns,
} from "./table.ts";

// What XML cannot hold, the library would leave out and a parser would fold is written as spreadsheets do, `_x000D_`; and so is
// whatever looks as if it had been.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
const escaped = /_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0B-\x1F\x7F-\x9F\uFDD0-\uFDEF\uFFFD-\uFFFF]/g;

const cellText = (text: string): string =>
  text.replace(escaped, (found) => `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);

// Typed as text, so that nothing that begins with an equals sign is ever worked out.
const cell = (value: Cell) =>
  value === null
    ? null
    : typeof value === "number"
      ? { value, type: Number }
      : { value: cellText(value), type: String };

const head = (value: string) => ({ value, type: String, fontWeight: "bold" as const });

type Sheet = { name: string; heads: string[]; rows: Cell[][] };

/** A sheet of rows that each stand under the same columns; `keys` name what a row belongs to. */
function sheetOf<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): Sheet {
  return { name, heads: columns.map(([column]) => column), rows: rows.map((row) => cellsOf(columns, row)) };
}

const addressColumns = <Row extends { item: string; entry: number }>(): Column<Row>[] => [
  ["item", ({ item }) => item],
  ["entry", ({ entry }) => entry],
];

const within =
  <Row, Key extends string>(key: Key) =>
  ([name, of]: Column<Row>): Column<Record<Key, Row>> => [name, (row) => of(row[key])];

/** A workbook: what it is, then items, entries, evidence, sources and milestones, each on a sheet of its own. */
export async function xlsxOf(made: Export): Promise<Buffer> {
  const entries = made.items.flatMap(({ id, entries: ledger }) =>
    ledger.map((of) => ({ item: id, entry: of.seq, of })),
  );
  const evidence = entries.flatMap(({ item, entry, of: cited }) =>
    evidenceOf(cited).map((of) => ({ item, entry, of })),
  );
  const [, ...entryOwn] = entryColumns;
  const sheets: Sheet[] = [
    sheetOf("Items", [...itemColumns, ...framingColumns], made.items),
    sheetOf("Entries", [...addressColumns<(typeof entries)[number]>(), ...entryOwn.map(within("of"))], entries),
    sheetOf(
      "Evidence",
      [...addressColumns<(typeof evidence)[number]>(), ...evidenceColumns.map(within("of"))],
      evidence,
    ),
    sheetOf("Sources", [["source", ({ id }) => id], ...sourceColumns], made.sources),
    sheetOf(
      "Milestones",
      milestoneColumns,
      made.items.flatMap(({ milestones }) => milestones),
    ),
  ];
  const about = aboutColumns.map(([name, of]) => [head(headOf(name)), cell(of(made))]);
  return writeExcelFile([
    {
      sheet: "About",
      data: [...about, [head("Made at address"), cell(made.installation)]],
      columns: [{ width: 18 }, { width: 100 }],
    },
    ...sheets.map(({ name, heads, rows }) => ({
      sheet: name,
      data: [heads.map((text) => head(headOf(text))), ...rows.map((row) => row.map(cell))],
      columns: heads.map((text) => ({ width: widthOf(text) })),
      stickyRowsCount: 1,
    })),
  ]).toBuffer();
}

const wide = new Set(["title", "question", "summary", "sentence", "says", "what", "note", "reason", "source_title"]);
const widthOf = (name: string): number => (wide.has(name) ? 60 : Math.max(12, name.length + 2));
