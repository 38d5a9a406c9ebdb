import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { type Document, isMap, isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { startProblem } from "../db/start-problem.ts";
import { referenceFaults } from "./references.ts";
import { type Dataset, type FileName, shapes } from "./shapes.ts";

/** Something wrong in a file: where in it, as keys and places from the top, and what. */
export interface Fault {
  file: FileName;
  path: readonly PropertyKey[];
  message: string;
}

/** A data set that was read whole, and the way to say where something stands in it. */
export interface ReadDataset {
  dataset: Dataset;
  /** "prisma/dataset/items.yaml:17: owner_side: ..." */
  describe(fault: Fault): string;
}

const shown = 20;

/**
 * Reads and checks the seven files of a data set: their shape, their dates, and every reference between them.
 *
 * @param folder where the files are
 * @throws an Error whose message has one line for each fault, with file and line
 */
export async function readDataset(folder: string): Promise<ReadDataset> {
  const names = Object.keys(shapes) as FileName[];
  const files = await Promise.all(names.map((file) => readYaml(folder, file)));
  const byName = Object.fromEntries(files.map((file) => [file.name, file])) as Record<FileName, YamlFile>;
  const describe = ({ file, path, message }: Fault): string => {
    const { place, lineOf } = byName[file];
    // The list and the place in it are told by the line.
    const field = path.slice(typeof path[1] === "number" ? 2 : 1).join(".");
    return `${place}:${lineOf(path)}: ${field === "" ? "" : `${field}: `}${message}`;
  };
  const unreadable = files.flatMap(({ complaints }) => complaints);
  if (unreadable.length > 0) throw startProblem(unreadable.slice(0, shown).join("\n"));

  const faults: Fault[] = [];
  const read: Partial<Record<FileName, unknown>> = {};
  for (const { name, content } of files) {
    const parsed = shapes[name].safeParse(content);
    if (parsed.success) read[name] = parsed.data;
    else faults.push(...parsed.error.issues.flatMap((issue) => faultsOf(name, issue)));
  }
  const dataset = read as Dataset;
  if (faults.length === 0) faults.push(...referenceFaults(dataset));
  if (faults.length > 0) throw startProblem(faults.slice(0, shown).map(describe).join("\n"));
  return { dataset, describe };
}

const faultsOf = (file: FileName, issue: z.core.$ZodIssue): Fault[] =>
  issue.code === "unrecognized_keys"
    ? issue.keys.map((key) => ({ file, path: [...issue.path, key], message: "there is no such field" }))
    : [{ file, path: issue.path, message: issue.message }];

interface YamlFile {
  name: FileName;
  place: string;
  content: unknown;
  complaints: string[];
  lineOf(path: readonly PropertyKey[]): number;
}

async function readYaml(folder: string, name: FileName): Promise<YamlFile> {
  const path = join(folder, `${name}.yaml`);
  const fromHere = relative(process.cwd(), path);
  const place = fromHere.startsWith("..") ? path : fromHere;
  const lines = new LineCounter();
  const source = await readFile(path, "utf8").catch((error: Error) => {
    throw startProblem(`${place}: ${error.message}`);
  });
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  return {
    name,
    place,
    content: document.errors.length > 0 ? null : document.toJS(),
    complaints: document.errors.map((error) => `${place}:${lineAt(error.pos[0])}: ${error.message}`),
    lineOf: (path) => lineAt(offsetOf(document, path)),
  };
}

/** Where the value of a path begins; of a field that is missing, where what should have it begins. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    // A key stands on the line that people look for, also where its value begins on the next.
    const pair = isMap(parent) ? parent.items.find((item) => String(item.key) === String(key)) : undefined;
    const node = pair === undefined ? document.getIn(path.slice(0, length), true) : pair.key;
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
