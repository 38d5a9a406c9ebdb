import type { Export } from "@readout/core/export";
import { stringify } from "csv-stringify/sync";
import {
  aboutColumns,
  type Cell,
  cellsOf,
  entryColumns,
  evidenceColumns,
  evidenceOf,
  itemColumns,
  namesOf,
  sourceColumns,
} from "./table.ts";

/** The columns of the one table, in their order. */
const csvColumns = [itemColumns, entryColumns, evidenceColumns, sourceColumns, aboutColumns].flatMap((columns) =>
  namesOf(columns as never),
);

/**
 * One flat table: a row for each piece of evidence, an entry without evidence and an item without entries one row each. Every
 * row states the as-of, the filters and the permalink, because a table has no place above it.
 *
 * A text that a spreadsheet would take for a formula begins with an apostrophe, and so does one that begins with one: whoever
 * reads the table takes the first apostrophe off and has the text.
 */
export function csvOf(made: Export): Buffer {
  const about = cellsOf(aboutColumns, made);
  const sources = new Map(made.sources.map((source) => [source.id as string, source]));
  const rows: Cell[][] = [];
  for (const item of made.items) {
    const ofItem = cellsOf(itemColumns, item);
    for (const entry of item.entries.length === 0 ? [null] : item.entries) {
      const ofEntry = cellsOf(entryColumns, entry);
      const cited = entry === null ? [] : evidenceOf(entry);
      for (const evidence of cited.length === 0 ? [null] : cited) {
        const source = evidence === null ? null : sources.get(evidence.sourceId);
        rows.push([
          ...ofItem,
          ...ofEntry,
          ...cellsOf(evidenceColumns, evidence),
          ...cellsOf(sourceColumns, source),
          ...about,
        ]);
      }
    }
  }
  const text = stringify(rows, {
    header: true,
    columns: csvColumns,
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
    // By itself only what the delimiter has in it: programs that end a row at a bare line feed would end one within a cell.
    quoted_match: /[\r\n]/,
    cast: { string: (value, { header }) => (!header && value.startsWith("'") ? `'${value}` : value) },
  });
  return Buffer.from(text);
}
