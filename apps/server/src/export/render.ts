import { type Export, type ExportFormat, exportFileName, exportTypes } from "@readout/core/export";
import { csvOf } from "./csv.ts";
import { docxOf } from "./docx.ts";
import { markdownOf } from "./markdown.ts";
import { xlsxOf } from "./xlsx.ts";

/** What is handed over: bytes, what they are, and what a file of them is called. */
export interface Rendered {
  body: Buffer;
  type: string;
  fileName: string;
}

const forms: Record<ExportFormat, (made: Export) => Buffer | Promise<Buffer>> = {
  json: (made) => Buffer.from(JSON.stringify(made)),
  csv: csvOf,
  xlsx: xlsxOf,
  md: markdownOf,
  docx: docxOf,
};

/** An export in the form asked for. */
export const renderExport = async (made: Export, format: ExportFormat): Promise<Rendered> => ({
  body: await forms[format](made),
  type: exportTypes[format],
  fileName: exportFileName(made, format),
});
