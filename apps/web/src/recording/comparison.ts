import { findEdtf } from "@readout/core/edtf";
import { formatEdtf } from "@readout/core/edtf-text";
import type { Answer, Entry } from "@readout/core/entry";
import type { Credibility, Evidence, Stance } from "@readout/core/evidence";
import type { Status } from "@readout/core/status";
import { statusWord } from "@readout/core/status";
import { type Fact, factsOf } from "@readout/core/visible";
import { sentenceCase } from "@readout/core/wording";
import { isBlankDraft } from "./evidence/evidence-draft.ts";
import type { FilledForm } from "./form.ts";

/** A piece of evidence as it is compared: what it says, of which passage, and how it stands. */
export type ComparedPiece = {
  sourceId: string;
  paragraphs: readonly number[];
  stance: Stance;
  credibility: Credibility;
  says: string;
  quote?: Evidence["quote"];
};

/** What one version says, field by field: null where it does not have that field. Dates are EDTF, or as typed where unread. */
export type Compared = {
  /** What it speaks of: versions are held against each other only in what they can say. */
  about: "status" | "review" | "retraction";
  kind: string;
  status: Status | null;
  answer: Answer | null;
  effective: string | null;
  reported: string | null;
  summary: string | null;
  lookedOn: string | null;
  note: string | null;
  reason: string | null;
  noEvidence: string | null;
  evidence: readonly ComparedPiece[];
};

const nothing: Compared = {
  about: "status",
  kind: "",
  status: null,
  answer: null,
  effective: null,
  reported: null,
  summary: null,
  lookedOn: null,
  note: null,
  reason: null,
  noEvidence: null,
  evidence: [],
};

const kindWords: Record<Entry["kind"], string> = {
  change: "a change",
  reaffirmation: "still so",
  review: "looked, nothing new",
  correction: "a correction",
  retraction: "a retraction",
};

/** What an entry says, as recorded. */
export function comparedEntry(entry: Entry): Compared {
  const amends =
    entry.kind === "correction"
      ? ` of entry ${entry.corrects}`
      : entry.kind === "retraction"
        ? ` of entry ${entry.retracts}`
        : "";
  const { kind: _, ...fields } = entry;
  return { ...nothing, ...picked(fields), about: aboutOf(entry), kind: `${kindWords[entry.kind]}${amends}` };
}

function aboutOf(entry: Entry): Compared["about"] {
  if (entry.kind === "retraction" || entry.kind === "review") return entry.kind;
  // A correction carries the whole of what the entry says from then on.
  return entry.status === null ? "review" : "status";
}

/** What an entry says in its corrected form. */
export const comparedFact = (fact: Fact): Compared => ({
  ...nothing,
  ...picked(fact),
  about: fact.kind === "review" ? "review" : "status",
  kind: kindWords[fact.kind],
});

/** The taking back of an entry, as it is written. */
export const comparedRetraction = (retracts: number, reason: string): Compared => ({
  ...nothing,
  about: "retraction",
  kind: `${kindWords.retraction} of entry ${retracts}`,
  reason: reason.trim() === "" ? null : reason,
});

const picked = (fields: Partial<Record<keyof Compared, unknown>>): Partial<Compared> =>
  Object.fromEntries(
    Object.keys(nothing).flatMap((name) => {
      const value = fields[name as keyof Compared];
      return value === undefined ? [] : [[name, value]];
    }),
  );

/**
 * What a form says.
 *
 * @param edtf how the form's dates are read, by field; a date that is not, stands as typed
 */
export function comparedForm(
  form: FilledForm,
  edtf: Partial<Record<"effective" | "reported" | "lookedOn", string | undefined>>,
  corrects: number | null = null,
): Compared {
  const typed = (text: string): string | null => (text.trim() === "" ? null : text);
  const date = (name: "effective" | "reported" | "lookedOn") => edtf[name] ?? typed(form[name]);
  const said = {
    kind: corrects === null ? kindWords[form.kind] : `${kindWords.correction} of entry ${corrects}`,
    reason: typed(form.reason),
  };
  if (form.kind === "review")
    return { ...nothing, ...said, about: "review", lookedOn: date("lookedOn"), note: typed(form.note) };
  return {
    ...nothing,
    ...said,
    status: form.status,
    answer: form.answer,
    effective: date("effective"),
    reported: date("reported"),
    summary: typed(form.summary),
    noEvidence: form.without ? typed(form.noEvidence) : null,
    evidence: form.without ? [] : form.evidence.filter((piece) => !isBlankDraft(piece)),
  };
}

/** A field as the versions have it, in the order of the versions. */
export type ComparedField = {
  name: Exclude<keyof Compared, "evidence" | "about">;
  label: string;
  values: (string | null)[];
  differs: boolean;
};

const labels: Record<ComparedField["name"], string> = {
  kind: "kind",
  status: "status",
  answer: "answer",
  effective: "when",
  reported: "reported",
  summary: "what happened",
  lookedOn: "looked on",
  note: "what was looked at",
  reason: "reason",
  noEvidence: "why no evidence",
};

const ofReviews: ReadonlySet<ComparedField["name"]> = new Set(["lookedOn", "note"]);

/** Whether a version can say anything in a field: one that cannot does not differ in it. */
const speaksOf = ({ about }: Compared, name: ComparedField["name"]): boolean =>
  name === "kind" || name === "reason" || (about !== "retraction" && ofReviews.has(name) === (about === "review"));

/** The fields that any version has, those that differ first; within that in the order of the form. */
export function comparedFields(versions: readonly Compared[]): ComparedField[] {
  return (Object.keys(labels) as ComparedField["name"][])
    .map((name) => {
      const values = versions.map((version) => version[name]);
      const said = versions.filter((version) => speaksOf(version, name)).map((version) => version[name]);
      return { name, label: labels[name], values, differs: new Set(said).size > 1 };
    })
    .filter(({ values }) => values.some((value) => value !== null))
    .sort((a, b) => Number(b.differs) - Number(a.differs));
}

/** Whether the versions that can rest on evidence rest on different pieces, in whatever order. */
export const evidenceDiffers = (versions: readonly Compared[]): boolean =>
  new Set(
    versions
      .filter(({ about }) => about === "status")
      .map(({ evidence }) => JSON.stringify(evidence.map((piece) => JSON.stringify(asCompared(piece))).sort())),
  ).size > 1;

const asCompared = ({ sourceId, paragraphs, stance, credibility, says, quote }: ComparedPiece) => [
  sourceId,
  [...paragraphs].sort((a, b) => a - b),
  stance,
  credibility,
  says.trim(),
  quote?.exact ?? null,
];

/** Whether two versions say the same in every field and rest on the same evidence. */
export const saysTheSame = (a: Compared, b: Compared): boolean =>
  comparedFields([a, b]).every(({ differs }) => !differs) && !evidenceDiffers([a, b]);

/** A value as the comparison shows it: dates and statuses in words, everything else as written. */
export function valueWords(name: ComparedField["name"], value: string | null): string {
  if (value === null) return "";
  if (name === "status") return sentenceCase(statusWord(value as Status));
  if (name === "effective" || name === "reported" || name === "lookedOn")
    return findEdtf(value) === null ? value : formatEdtf(value);
  return value;
}

/**
 * What an author saw when beginning: the entry to be amended, or else the last one that speaks of the status, in its corrected
 * form; null on an empty ledger.
 *
 * @param head the last `seq` that was there then
 */
export function startedFrom(ledger: readonly Entry[], head: number, amends: number | null): Fact | null {
  const facts = factsOf(ledger.filter(({ seq }) => seq <= head)).filter(({ retractedBy }) => retractedBy === null);
  if (amends !== null) return facts.find(({ seq }) => seq === amends) ?? null;
  return facts.findLast(({ kind }) => kind !== "review") ?? facts.at(-1) ?? null;
}

/** What an author started from: the fact in its corrected form, with the reason that its entry was recorded with. */
export function comparedStart(ledger: readonly Entry[], begun: Fact): Compared {
  const entry = ledger.find(({ seq }) => seq === begun.seq);
  return { ...comparedFact(begun), reason: entry !== undefined && "reason" in entry ? entry.reason : null };
}
