import { boundsOf } from "@readout/core/edtf";
import { formatDay } from "@readout/core/edtf-text";
import type { EntryKind } from "@readout/core/entry";
import type { FieldFault } from "@readout/core/error";
import type { SourceSummary } from "@readout/core/source";
import { isEnding, type Status } from "@readout/core/status";
import { type Day, isDay } from "@readout/core/time";
import { type DateContext, type DateUse, isReadDate, readTypedDate } from "../ui/date-field/typed-date.ts";
import { evidenceOfDraft, isBlankDraft } from "./evidence/evidence-draft.ts";
import type { FilledForm, RecordingForm, WrittenKind } from "./form.ts";

/** What a form is read against: the item, the sources it cites, and the entry that it corrects, if any. */
export type FormContext = {
  itemId: string;
  today: Day;
  /** What the item reads today; a reaffirmation begins from it. */
  current: Status | null;
  sources: ReadonlyMap<string, Pick<SourceSummary, "published">>;
  corrects: number | null;
};

/** What a form would submit, finished or not, and the dates in it that could not be read. */
export type Composed = { command: ComposedCommand; unread: FieldFault[] };

/** A command as far as it is written; a date is left out while it cannot be read. */
export type ComposedCommand = { readonly kind: EntryKind } & Partial<
  Record<"effective" | "reported" | "lookedOn", string | undefined>
>;

/** Fills in what is proposed: the report's date from the sources, today for a look, the present status for "still so". */
export function filled(form: RecordingForm, { today, current, sources }: FormContext): FilledForm {
  const reported = form.reported ?? proposedReport(form, sources) ?? "";
  return {
    ...form,
    status: form.status ?? (form.kind === "reaffirmation" ? current : null),
    reported,
    // What a report says is still so, it says of its own day.
    effective: form.effective ?? (form.kind === "reaffirmation" ? reported : ""),
    lookedOn: form.lookedOn ?? formatDay(today),
  };
}

/** When the earliest of the cited sources said so, as people write it; null while no source is chosen. */
function proposedReport({ evidence, without }: RecordingForm, sources: FormContext["sources"]): string | null {
  const published = without ? [] : evidence.flatMap(({ sourceId }) => sources.get(sourceId)?.published ?? []);
  const earliest = published.sort(byEnd)[0];
  return earliest === undefined ? null : isDay(earliest) ? formatDay(earliest) : earliest;
}

const byEnd = (a: string, b: string): number => ((boundsOf(a).latest ?? "~") < (boundsOf(b).latest ?? "~") ? -1 : 1);

/** What a date of the form is read with: for a beginning also the day its latest source was published, and the end of the report. */
export function dateContext(form: FilledForm, use: DateUse, { today, sources }: FormContext): DateContext {
  if (use !== "effective") return { today, use };
  const days = form.evidence.flatMap(({ sourceId }) => {
    const source = sources.get(sourceId);
    if (source === undefined) return [];
    const { earliest, latest } = boundsOf(source.published);
    return latest !== null && earliest === latest ? [latest] : [];
  });
  const written = days.sort().at(-1);
  const context: DateContext = { today, use, ...(written !== undefined && { written }) };
  const reported = readTypedDate(form.reported, { today, use: "reported" });
  const lastReported = isReadDate(reported) ? reported.bounds.latest : null;
  return lastReported === null ? context : { ...context, lastReported };
}

/** The command that a filled form stands for. */
export function commandOf(form: FilledForm, context: FormContext): Composed {
  const unread: FieldFault[] = [];
  const date = (path: "effective" | "reported" | "lookedOn", use: DateUse): string | undefined => {
    const text = form[path].trim();
    if (text === "") return undefined;
    const read = readTypedDate(text, dateContext(form, use, context));
    if (isReadDate(read)) return read.edtf;
    unread.push({ path, message: read.refusal });
    return undefined;
  };
  const content =
    form.kind === "review"
      ? { lookedOn: date("lookedOn", "day"), note: form.note }
      : {
          status: form.status ?? undefined,
          effective: date("effective", "effective"),
          reported: date("reported", "reported"),
          summary: form.summary,
          ...(form.without
            ? { noEvidence: form.noEvidence }
            : { evidence: form.evidence.filter((piece) => !isBlankDraft(piece)).map(evidenceOfDraft) }),
          ...(form.answer !== null && form.status !== null && isEnding(form.status) && { answer: form.answer }),
        };
  const address = { itemId: context.itemId, expectedHead: form.head };
  const command =
    context.corrects === null
      ? { ...address, kind: form.kind, ...content, ...reasonOf(form) }
      : { ...address, kind: "correction" as const, corrects: context.corrects, reason: form.reason, ...content };
  return { command, unread };
}

const reasonOf = ({ kind, reason }: { kind: WrittenKind; reason: string }) =>
  kind === "change" && reason.trim() !== "" ? { reason } : {};

/**
 * All that stands in the way, where the form shows it: dates that could not be read in their own words, pieces of evidence
 * under the place they have in the form, where blank ones are left out of the command.
 *
 * @param refused what deciding the command would refuse, by path of the command
 */
export function faultsOf(
  form: FilledForm,
  unread: readonly FieldFault[],
  refused: readonly FieldFault[],
): FieldFault[] {
  const places = form.evidence.flatMap((piece, place) => (isBlankDraft(piece) ? [] : [place]));
  const others = refused
    .filter(({ path }) => !unread.some((date) => date.path === path))
    .map(({ path, message }) => {
      const [head, number, ...tail] = path.split(".");
      const place = head === "evidence" && number !== undefined ? places[Number(number)] : undefined;
      return { path: place === undefined ? path : [head, place, ...tail].join("."), message };
    });
  return inOrder([...unread, ...others]);
}

const order = [
  "kind",
  "status",
  "answer",
  "effective",
  "reported",
  "lookedOn",
  "summary",
  "note",
  "reason",
  "evidence",
];

/** Faults in the order of the form's fields; whatever has no field comes first. */
const inOrder = (faults: FieldFault[]): FieldFault[] =>
  faults.toSorted((a, b) => order.indexOf(headOf(a)) - order.indexOf(headOf(b)));

const headOf = ({ path }: FieldFault): string => path.split(".")[0]?.replace("noEvidence", "evidence") ?? "";
