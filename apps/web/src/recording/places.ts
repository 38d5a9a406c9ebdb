import type { WrittenKind } from "./form.ts";

/** The steps of the form on a small screen, one a screen. */
export type Step = "What" | "When" | "Evidence" | "Preview";

/** The steps that a kind of entry takes, in order; a look cites nothing. */
export const stepsOf = (kind: WrittenKind): Step[] =>
  kind === "review" ? ["What", "When", "Preview"] : ["What", "When", "Evidence", "Preview"];

type Place = { label: string; id: string; step: Step };

/** Where each field of an entry stands in the form. */
const places: Record<string, Place> = {
  kind: { label: "Kind", id: "record-kind", step: "What" },
  status: { label: "Status", id: "record-status", step: "What" },
  answer: { label: "Answer", id: "record-answer", step: "What" },
  summary: { label: "What happened", id: "record-summary", step: "What" },
  note: { label: "What you looked at", id: "record-note", step: "What" },
  reason: { label: "Why it is open again", id: "record-reason", step: "What" },
  effective: { label: "When", id: "record-effective", step: "When" },
  reported: { label: "Reported", id: "record-reported", step: "When" },
  lookedOn: { label: "Looked on", id: "record-looked-on", step: "When" },
  evidence: { label: "Evidence", id: "record-evidence", step: "Evidence" },
  noEvidence: { label: "Why no evidence", id: "record-no-evidence", step: "Evidence" },
};

/** The id of the control of a field, or of the field in which a fault lies. */
export const fieldId = (path: string): string => places[headOf(path)]?.id ?? "content";

/** The step on which a fault is mended. */
export const stepOf = (path: string): Step => places[headOf(path)]?.step ?? "What";

/** What whoever amends an entry is asked for. */
export const amendmentLabels = {
  correct: (seq: number) => `What was wrong with entry ${seq}`,
  retract: (seq: number) => `Why entry ${seq} should never have been recorded`,
};

/**
 * What the field of a fault is called: "When", "Evidence 2".
 *
 * @param reasonLabel what the reason is asked for as, where an entry is amended
 */
export function labelOf(path: string, reasonLabel: string | null): string {
  const [head = "", number] = path.split(".");
  const label = head === "reason" && reasonLabel !== null ? reasonLabel : (places[head]?.label ?? "This entry");
  return number === undefined ? label : `${label} ${Number(number) + 1}`;
}

/** Puts the focus on an element that is about to be drawn. */
export const focusSoon = (id: string): void => {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
};

/** Puts the focus into the field of a fault. */
export function toField(path: string): void {
  const exact = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`);
  const found = exact ?? document.getElementById(fieldId(path));
  const control = found?.matches("input, select, textarea, button, [tabindex]")
    ? found
    : found?.querySelector<HTMLElement>("input, select, textarea, button");
  (control ?? found)?.focus();
}

const headOf = (path: string): string => path.split(".")[0] ?? "";
