import type { IncomingMessage } from "node:http";
import { invalidField, type ReadoutError } from "@readout/core/error";

/** What is wrong with a body before any schema sees it; `status` where HTTP has a word of its own. */
export class BodyRefused extends Error {
  override readonly name = "BodyRefused";
  readonly status: number;
  readonly refusal: ReadoutError;

  constructor(status: number, refusal: ReadoutError) {
    super(refusal.message);
    this.status = status;
    this.refusal = refusal;
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Reads a JSON object, whole, as it was sent.
 *
 * @param maxBytes a longer body is refused with 413 as soon as that shows
 * @throws BodyRefused 413 or 415; ReadoutError invalid_input for what is not one JSON object with distinct names
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Record<string, unknown>> {
  const type = request.headers["content-type"] ?? "";
  if (!/^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type)) {
    request.resume();
    throw new BodyRefused(415, invalidField("Content-Type", "must be application/json"));
  }
  const encoding = request.headers["content-encoding"] ?? "identity";
  if (encoding.toLowerCase() !== "identity") {
    request.resume();
    throw new BodyRefused(415, invalidField("Content-Encoding", "a body is taken as it is, not compressed"));
  }
  const text = decode(await readBytes(request, maxBytes));
  const value = parse(text);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw invalidField("body", "must be a JSON object");
  const twice = repeatedName(text);
  if (twice !== null) throw invalidField(twice, "is given twice");
  return value as Record<string, unknown>;
}

/** Reads a body of any kind. Throws BodyRefused 413 for a longer one. */
export async function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= maxBytes) chunks.push(chunk);
    // Read on for a client that writes all of it before it reads the answer, but not without end.
    else if (length > maxBytes + 31 * 1024 * 1024) break;
  }
  if (length > maxBytes) throw new BodyRefused(413, invalidField("body", `is longer than ${maxBytes} bytes`));
  return Buffer.concat(chunks);
}

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw invalidField("body", "is not UTF-8");
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw invalidField("body", `is not JSON: ${(error as Error).message}`);
  }
}

/**
 * The path of the first name that stands twice in one object: readers of JSON differ in which of the two counts.
 *
 * @param json text that `JSON.parse` has taken
 */
function repeatedName(json: string): string | null {
  type Level = { names: Set<string> | null; at: string | number };
  const levels: Level[] = [];
  const tokens = /["{}[\],]/g;
  let previous = "";
  for (let match = tokens.exec(json); match !== null; match = tokens.exec(json)) {
    const [token] = match;
    const level = levels.at(-1);
    if (token === '"') tokens.lastIndex = endOfString(json, match.index);
    if (token === "{") levels.push({ names: new Set(), at: "" });
    else if (token === "[") levels.push({ names: null, at: 0 });
    else if (token === "}" || token === "]") levels.pop();
    else if (token === "," && level !== undefined && typeof level.at === "number") level.at += 1;
    else if (level?.names && (previous === "{" || previous === ",")) {
      const name = JSON.parse(json.slice(match.index, tokens.lastIndex)) as string;
      level.at = name;
      if (level.names.has(name)) return levels.map(({ at }) => at).join(".");
      level.names.add(name);
    }
    previous = token;
  }
  return null;
}

/** Where a string ends that begins at a quotation mark. A pattern would need a stack as deep as an article is long. */
function endOfString(json: string, start: number): number {
  let at = start + 1;
  while (json[at] !== '"') at += json[at] === "\\" ? 2 : 1;
  return at + 1;
}
