/** The steps of the form on a small screen, a field in each at least. */
export const steps = ["What", "When", "Evidence", "Preview"] as const;
export type Step = 0 | 1 | 2 | 3;

type Place = { label: string; id: string; step: Step };

/** Where each field of an entry stands in the form. */
const places: Record<string, Place> = {
  kind: { label: "What happened", id: "record-kind", step: 0 },
  status: { label: "Status", id: "record-status", step: 0 },
  answer: { label: "Answer", id: "record-answer", step: 0 },
  summary: { label: "In your own words", id: "record-summary", step: 0 },
  note: { label: "What you looked at", id: "record-note", step: 0 },
  reason: { label: "Why", id: "record-reason", step: 0 },
  effective: { label: "When", id: "record-effective", step: 1 },
  reported: { label: "Reported", id: "record-reported", step: 1 },
  lookedOn: { label: "Looked on", id: "record-looked-on", step: 1 },
  evidence: { label: "Evidence", id: "record-evidence", step: 2 },
  noEvidence: { label: "Why no evidence", id: "record-no-evidence", step: 2 },
};

/** The id of the control of a field, or of the field in which a fault lies. */
export const fieldId = (path: string): string => places[headOf(path)]?.id ?? "content";

/** The step on which a fault is mended. */
export const stepOf = (path: string): Step => places[headOf(path)]?.step ?? 0;

/** What the field of a fault is called: "When", "Evidence 2". */
export function labelOf(path: string): string {
  const [head = "", number] = path.split(".");
  const label = places[head]?.label ?? "This entry";
  return number === undefined ? label : `${label} ${Number(number) + 1}`;
}

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
