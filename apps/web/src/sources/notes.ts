import { findEdtf } from "@readout/core/edtf";
import { formatEdtf } from "@readout/core/edtf-text";

export type SourceNote = { label: string; text: string; link: { to: "actor" | "source"; id: string } | null };

/** What is known of a source beside its text, by the names that the data set uses; the rest is shown by its own name. */
const labels: Record<string, string> = {
  published_basis: "How its day was found",
  published_confidence: "How sure its day is",
  title_basis: "Where its title is from",
  version_note: "Which version this is",
  events: "Days it reports on",
  named_expert: "Expert named in it",
  seed_file: "Paragraph numbers hold for the file",
  sha256: "SHA-256 of that file",
  original_url: "Address of the original",
};
const order = Object.keys(labels);

/** Said better by the list of sources that derive from this one. */
const shownElsewhere = new Set(["cited_by"]);

/** Notes in a fixed order, in words; empty ones are left out. */
export function notesOf(notes: Record<string, unknown>): SourceNote[] {
  return Object.entries(notes)
    .map(([name, value]): [string, unknown] => [snakeCase(name), value])
    .filter(([name, value]) => !shownElsewhere.has(name) && textOf(value) !== "")
    .sort(([a], [b]) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1))
    .map(([name, value]) => ({
      label: labels[name] ?? sentence(name),
      text: textOf(value),
      link: name === "named_expert" && typeof value === "string" ? { to: "actor" as const, id: value } : null,
    }));
}

const placeOf = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const sentence = (name: string): string => {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join("; ");
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  // A bare year is more often a number than a date.
  return /^\d{4}-/.test(text) && findEdtf(text) !== null ? formatEdtf(text) : text;
}
