import type { FieldFault } from "@readout/core/error";
import type { Day } from "@readout/core/time";
import { type DateUse, isReadDate, readTypedDate } from "../../ui/date-field/typed-date.ts";
import { readParagraphs } from "../../ui/paragraph-ranges.ts";
import type { ReadForm } from "./fault.ts";

type DateOptions = {
  use: DateUse;
  /** Whether an empty field is a fault. */
  needed?: boolean;
};

/**
 * Reads typed text into what commands are made of; what cannot be read is noted at its path.
 *
 * @param today the day on which it is typed
 */
export class FormReader {
  readonly faults: FieldFault[] = [];
  readonly #today: Day;

  constructor(today: Day) {
    this.#today = today;
  }

  /** A date as EDTF; undefined where there is none, or none that can be read. */
  date(path: string, typed: string, { use, needed = false }: DateOptions): string | undefined {
    if (typed.trim() === "" && !needed) return undefined;
    const read = readTypedDate(typed, { today: this.#today, use });
    if (isReadDate(read)) return read.edtf;
    this.#note(path, read.refusal);
    return undefined;
  }

  /** Paragraph numbers, "5-7, 9". */
  paragraphs(path: string, typed: string): number[] {
    const read = readParagraphs(typed);
    if ("numbers" in read) return read.numbers;
    this.#note(path, read.refusal);
    return [];
  }

  /** A whole number. */
  number(path: string, typed: string): number | undefined {
    if (/^\s*\d{1,9}\s*$/.test(typed)) return Number(typed);
    this.#note(path, "a whole number is needed");
    return undefined;
  }

  /** What was chosen; `what` names it where nothing was: "an item". */
  chosen(path: string, value: string, what: string): string {
    if (value === "") this.#note(path, `choose ${what}`);
    return value;
  }

  #note(path: string, message: string): void {
    this.faults.push({ path, message });
  }
}

/** Text without the blanks around it; `none` where nothing else was typed. */
export const typedOr = <None>(typed: string, none: None): string | None => (typed.trim() === "" ? none : typed.trim());

/** Words between commas. */
export const wordsOf = (typed: string): string[] =>
  typed
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");

/**
 * The command that opens or adds something: what was left empty is left out.
 *
 * @param fields null for what was left empty
 */
export function newCommand(fields: Record<string, unknown>, { faults }: FormReader): ReadForm {
  const filled = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  return { command: Object.fromEntries(filled), faults };
}

/** The command that edits something: the fields that were changed, null for one that was emptied. */
export function editCommand(
  identity: Record<string, unknown>,
  fields: Record<string, unknown>,
  changed: readonly string[],
  { faults }: FormReader,
): ReadForm {
  const edited = Object.entries(fields).filter(([name]) => changed.includes(name));
  return {
    command: { ...identity, ...Object.fromEntries(edited) },
    faults: faults.filter(({ path }) => changed.includes(path.split(".")[0] ?? "")),
  };
}
