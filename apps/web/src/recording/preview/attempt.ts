import { decideEntry } from "@readout/core/decide";
import { type Entry, type EntryKind, RecordEntry } from "@readout/core/entry";
import { type FieldFault, isReadoutError } from "@readout/core/error";
import type { CitedSource } from "@readout/core/origin";
import { type Day, endOfDay } from "@readout/core/time";

/** A command as far as it is written: any field may be missing or wrong. */
export type CommandDraft = {
  readonly kind: EntryKind;
  readonly effective?: string | undefined;
  readonly reported?: string | undefined;
};

export type AttemptInput = {
  itemId: string;
  ledger: readonly Entry[];
  command: CommandDraft;
  sources: ReadonlyMap<string, CitedSource>;
  today: Day;
};

/** What the command would become, null where what matters to a reading is missing, and all that stands in its way. */
export type Attempt = { entry: Entry | null; faults: FieldFault[] };

type Fields = Record<string, unknown>;

/** Without these nobody can tell what an item's status would be. */
const ESSENTIAL = new Set(["kind", "status", "effective", "lookedOn", "corrects", "retracts"]);
/** More faults than a person would mend at once. */
const MOST_ROUNDS = 25;

/**
 * Tries a command at the end of a ledger, as recording would, whatever head it names.
 *
 * A fault ends a decision; so each is set aside with what would pass in its place, and the rest is tried again.
 */
export function attempt({ itemId, ledger, command, sources, today }: AttemptInput): Attempt {
  const { evidence, ...rest } = command as Fields;
  // Pieces of evidence keep the number under which the form knows them.
  let pieces = Array.isArray(evidence)
    ? evidence.map((piece, place) => ({ piece: withoutUnreadable(piece, sources), place }))
    : [];
  const fields: Fields = { ...rest, itemId, expectedHead: ledger.at(-1)?.seq ?? 0 };
  const hasEvidence = Array.isArray(evidence);
  const faults = new Map<string, string>();

  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const tried = { ...fields, ...(hasEvidence && { evidence: pieces.map(({ piece }) => piece) }) };
    const outcome = decide(tried, ledger, { sources, today });
    if (!Array.isArray(outcome)) {
      const told = [...faults.keys()].some((path) => ESSENTIAL.has(path));
      return { entry: told ? null : outcome, faults: listed(faults) };
    }
    const spoilt = new Set<number>();
    for (const { path, message } of outcome) {
      const [head = "", number, ...tail] = path.split(".");
      const place = head === "evidence" && number !== undefined ? pieces[Number(number)]?.place : undefined;
      const own = place === undefined ? path : ["evidence", place, ...tail].join(".");
      if (faults.has(own)) return { entry: null, faults: listed(faults) };
      faults.set(own, message);
      if (place === undefined) setAside(fields, head, today);
      else spoilt.add(place);
    }
    pieces = pieces.filter(({ place }) => !spoilt.has(place));
    if (spoilt.size > 0 && pieces.length === 0) fields.noEvidence ??= PASSING;
  }
  return { entry: null, faults: listed(faults) };
}

/** A quotation from a text that is not open to whoever asks is for the server to check. */
function withoutUnreadable(piece: unknown, sources: AttemptInput["sources"]): unknown {
  const { quote, ...rest } = piece as Fields;
  const source = sources.get(String(rest.sourceId));
  return quote === undefined || source?.text !== undefined ? piece : rest;
}

const listed = (faults: ReadonlyMap<string, string>): FieldFault[] =>
  [...faults].map(([path, message]) => ({ path, message }));

const PASSING = "-";

/** Puts what passes in place of what was refused. */
function setAside(fields: Fields, path: string, today: Day): void {
  switch (path) {
    case "status":
    case "effective":
      // An ending, today: it is no reopening and may carry an answer, so that it brings no fault of its own.
      fields.status = "concluded";
      fields.effective = today;
      break;
    case "reported":
    case "lookedOn":
      fields[path] = today;
      break;
    case "summary":
    case "note":
    case "reason":
      fields[path] = PASSING;
      break;
    case "evidence":
      fields.noEvidence = PASSING;
      break;
    default:
      delete fields[path];
  }
}

/** The entry, or the faults that ended this try. */
function decide(
  tried: Fields,
  ledger: readonly Entry[],
  { sources, today }: Pick<AttemptInput, "sources" | "today">,
): Entry | FieldFault[] {
  const read = RecordEntry.safeParse(tried);
  if (!read.success)
    return read.error.issues.map(({ path, message, code, ...issue }) => {
      const field = code === "unrecognized_keys" && "keys" in issue ? [...path, issue.keys[0]] : path;
      return { path: field.join("."), message: isBlank(valueAt(tried, path)) ? wanted(path) : message };
    });
  try {
    return decideEntry(ledger, read.data, {
      recorded: endOfDay(today),
      author: "",
      approver: null,
      sources,
      sha256: () => "",
    });
  } catch (error) {
    if (!isReadoutError(error)) throw error;
    const fields = error.details.fields ?? [{ path: "kind", message: error.message }];
    return fields.map(({ path, message }) => ({ path, message: path === "evidence" ? wanted([path]) : message }));
  }
}

const valueAt = (fields: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce((value, name) => (value as Record<PropertyKey, unknown> | undefined)?.[name], fields);

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === "string" && value.trim() === "");

const WANTED: Record<string, string> = {
  status: "Choose a status.",
  effective: "Say when it became so.",
  reported: "Say when it was reported.",
  summary: "Say in your own words what happened.",
  reason: "Say why.",
  noEvidence: "Say why there is none.",
  lookedOn: "Say on which day you looked.",
  note: "Say what you looked at.",
  evidence: "Cite a passage, or say why there is none.",
  sourceId: "Pick a source.",
  says: "Say in your own words what it says.",
};

/** What is asked for where nothing was written. */
const wanted = (path: readonly PropertyKey[]): string => WANTED[String(path.at(-1))] ?? "This is needed.";
