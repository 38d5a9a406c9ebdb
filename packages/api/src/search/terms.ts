import type { Values } from "../db/values.ts";
import { relatives } from "./relatives.ts";

/** A part of what was typed: a word or what stood in double quotes. */
export interface Term {
  text: string;
  isPhrase: boolean;
}

/** Reads what was typed into its parts; a quote that is not closed ends with the text. */
export const termsOf = (typed: string): Term[] =>
  [...typed.matchAll(/"([^"]*)"?|[^\s"]+/g)]
    .map(([whole, phrase]) => ({ text: (phrase ?? whole).trim(), isPhrase: phrase !== undefined }))
    .filter(({ text }) => text !== "");

/** Shorter beginnings than this fit nearly everything. */
const SHORTEST_BEGINNING = 2;

type Alternatives = ReadonlyMap<string, readonly string[]>;

export interface Asking {
  /** Words to take for a typed one as well, by the typed one in small letters. */
  near?: Alternatives;
  /** Whether one of the parts is enough. */
  any?: boolean;
}

/**
 * SQL for the tsquery that looks for all parts at once. What was typed goes in as values, and the parser of the texts reads
 * it: no sign in it can mean anything to PostgreSQL.
 */
export function tsqueryOf(terms: readonly Term[], values: Values, { near, any = false }: Asking = {}): string {
  const parts = terms.map((term, i) => {
    const typed = values.add(term.text);
    if (term.isPhrase) return `phraseto_tsquery('english', ${typed})`;
    const plain = `plainto_tsquery('english', ${typed})`;
    const words = [...relatives(term.text), ...(near?.get(term.text.toLowerCase()) ?? [])];
    const others = words.map((word) => `plainto_tsquery('english', ${values.add(word)})`);
    const isBeginning = (near !== undefined || i === terms.length - 1) && term.text.length >= SHORTEST_BEGINNING;
    // The whole word beside its beginning: what has it counts for more.
    return `(${[plain, ...(isBeginning ? [beginning(plain)] : []), ...others].join(" || ")})`;
  });
  return `(${parts.join(any ? " || " : " && ")})`;
}

const beginning = (query: string): string =>
  `(CASE WHEN numnode(${query}) > 0 THEN ${query}::text || ':*' ELSE '' END)::tsquery`;
