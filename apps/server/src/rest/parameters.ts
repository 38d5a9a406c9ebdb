import { type FieldFault, ReadoutError } from "@readout/core/error";
import type { z } from "zod";

export type Fields = Readonly<Record<string, z.ZodType>>;

/**
 * Reads a query string into what the procedure's schema speaks of: numbers as numbers, comma-separated texts as lists.
 *
 * @param query without the question mark
 * @throws invalid_input naming each parameter that is unknown, given twice, or not text in UTF-8
 */
export function readQuery(query: string, fields: Fields): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  if (query === "") return values;
  const faults: FieldFault[] = [];
  const seen = new Set<string>();
  for (const pair of query.split("&")) {
    if (pair === "") continue;
    const [name, text] = splitAt(pair, "=").map(decode) as [string | null, string | null];
    if (name === null || text === null) {
      faults.push({ path: name ?? pair.slice(0, 100), message: "is not percent-encoded UTF-8" });
      continue;
    }
    const schema = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (schema === undefined) faults.push({ path: name, message: "there is no such parameter here" });
    else if (seen.has(name)) faults.push({ path: name, message: "is given twice" });
    else values[name] = readText(schema, text);
    seen.add(name);
  }
  if (faults.length > 0) throw refusalOf(faults);
  return values;
}

/** One error for all faults; its message is the first of them. */
function refusalOf(fields: readonly FieldFault[]): ReadoutError {
  const [first] = fields;
  return new ReadoutError("invalid_input", `${first!.path}: ${first!.message}`, { fields: [...fields] });
}

/**
 * Reads one text of a query or a path into what a schema speaks of; without a schema it is text. What is not as the schema wants
 * it stays text: the schema refuses it in its own words.
 */
export function readText(schema: z.ZodType | undefined, text: string): unknown {
  switch (schema && kindOf(schema)) {
    case "array":
      return text.split(",");
    case "number":
      return /^-?(?:0|[1-9]\d{0,14})$/.test(text) ? Number(text) : text;
    default:
      return text;
  }
}

/** What a schema is about, below "may be left out", "has a default" and the like. */
function kindOf(schema: z.ZodType): string {
  const { def } = schema as unknown as { def: { type: string; innerType?: z.ZodType } };
  return def.innerType === undefined ? def.type : kindOf(def.innerType);
}

function splitAt(pair: string, mark: string): [string, string] {
  const at = pair.indexOf(mark);
  return at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return null;
  }
}
