"use client";

import type { FieldFault } from "@readout/core/error";
import type { Fact } from "@readout/core/visible";
import { DateField } from "../ui/date-field/date-field.tsx";
import { LongTextField } from "../ui/form-field.tsx";
import { aheadWarning } from "./ahead.ts";
import { type Composed, commandOf, dateContext, type FormContext } from "./command.ts";
import { comparedFact, comparedFields, comparedForm, evidenceDiffers, valueWords } from "./comparison.ts";
import { EvidenceField } from "./evidence/evidence-field.tsx";
import { AnswerField, KindField, StatusField, takesAnswer } from "./fields.tsx";
import type { FilledForm, RecordingForm } from "./form.ts";
import { amendmentLabels, fieldId, type Step } from "./places.ts";
import styles from "./recording.module.css";
import type { RecordedItem } from "./recording-desk.tsx";

type EntryFieldsProps = {
  form: FilledForm;
  context: FormContext;
  item: RecordedItem;
  corrected: Fact | null;
  step: Step;
  /** Nothing may be typed before it is known what was typed earlier. */
  isReady: boolean;
  asksReason: boolean;
  mayAddSources: boolean;
  faults: readonly FieldFault[];
  onChange: (changes: Partial<RecordingForm>) => void;
};

/** The fields of an entry in three steps: what, when, on what evidence. On a wide screen the evidence stands beside. */
export function EntryFields(props: EntryFieldsProps) {
  const { form, step, isReady } = props;
  return (
    <fieldset className={styles.fields} disabled={!isReady}>
      <div className={styles.what} data-current={step === "What"}>
        <What {...props} />
      </div>
      <div className={styles.when} data-current={step === "When"}>
        <When {...props} />
      </div>
      {form.kind !== "review" && (
        <section
          className={styles.evidence}
          data-current={step === "Evidence"}
          aria-label="Evidence"
          id={fieldId("evidence")}
        >
          <Evidence {...props} />
        </section>
      )}
      {form.kind !== "review" && (
        // Proposed from the evidence, so asked after it.
        <div className={styles.reported} data-current={step === "When"}>
          <Reported {...props} />
        </div>
      )}
      <section
        className={styles.check}
        data-current={step === "Preview"}
        data-amends={props.corrected === null ? undefined : ""}
        aria-label="What will be recorded"
      >
        <Check {...props} />
      </section>
    </fieldset>
  );
}

function What({ form, item, corrected, asksReason, faults, onChange }: EntryFieldsProps) {
  return (
    <>
      {corrected === null ? (
        <div id={fieldId("kind")} tabIndex={-1}>
          <KindField value={form.kind} onChange={(kind) => onChange({ kind })} />
        </div>
      ) : (
        <LongTextField
          id={fieldId("reason")}
          name="reason"
          label={amendmentLabels.correct(corrected.seq)}
          hint="The public reads it beside what it replaces."
          rows={2}
          value={form.reason}
          onChange={(event) => onChange({ reason: event.target.value })}
          fault={faultAt(faults, "reason")}
        />
      )}
      {form.kind === "review" ? (
        <LongTextField
          id={fieldId("note")}
          name="note"
          label="What you looked at"
          hint="Where you looked, and that nothing new stood there."
          value={form.note}
          onChange={(event) => onChange({ note: event.target.value })}
          fault={faultAt(faults, "note")}
        />
      ) : (
        <>
          <StatusField
            id={fieldId("status")}
            value={form.status}
            onChange={(status) => onChange({ status })}
            subject={item.statusSubject}
            fault={faultAt(faults, "status")}
          />
          {takesAnswer(form.status) && (
            <AnswerField
              id={fieldId("answer")}
              value={form.answer}
              onChange={(answer) => onChange({ answer })}
              question={item.question}
            />
          )}
          {asksReason && corrected === null && (
            <LongTextField
              id={fieldId("reason")}
              name="reason"
              label="Why it is open again"
              hint="The item had ended by then."
              rows={2}
              value={form.reason}
              onChange={(event) => onChange({ reason: event.target.value })}
              fault={faultAt(faults, "reason")}
            />
          )}
          <div className={styles.spoken}>
            <LongTextField
              id={fieldId("summary")}
              name="summary"
              label="What happened, in your own words"
              rows={3}
              value={form.summary}
              onChange={(event) => onChange({ summary: event.target.value })}
              fault={faultAt(faults, "summary")}
            />
          </div>
        </>
      )}
    </>
  );
}

function When({ form, context, faults, onChange }: EntryFieldsProps) {
  if (form.kind === "review")
    return (
      <DateField
        id={fieldId("lookedOn")}
        name="lookedOn"
        label="Looked on"
        value={form.lookedOn}
        onChange={(lookedOn) => onChange({ lookedOn })}
        {...dateContext(form, "day", context)}
        error={faultAt(faults, "lookedOn")}
      />
    );
  return (
    <DateField
      id={fieldId("effective")}
      name="effective"
      label="When"
      value={form.effective}
      onChange={(effective) => onChange({ effective })}
      {...dateContext(form, "effective", context)}
      error={faultAt(faults, "effective")}
      warning={aheadWarning(commandOf(form, context).command, context.today)}
    />
  );
}

const Reported = ({ form, context, faults, onChange }: EntryFieldsProps) => (
  <DateField
    id={fieldId("reported")}
    name="reported"
    label="Reported"
    value={form.reported}
    onChange={(reported) => onChange({ reported })}
    {...dateContext(form, "reported", context)}
    error={faultAt(faults, "reported")}
  />
);

type EvidenceProps = Pick<EntryFieldsProps, "form" | "item" | "faults" | "onChange" | "mayAddSources">;

function Evidence({ form, item, faults, onChange, mayAddSources }: EvidenceProps) {
  return (
    <>
      {form.without ? (
        <LongTextField
          id={fieldId("noEvidence")}
          name="noEvidence"
          label="Why there is no evidence"
          hint="The public reads it in place of evidence."
          rows={2}
          value={form.noEvidence}
          onChange={(event) => onChange({ noEvidence: event.target.value })}
          fault={faultAt(faults, "noEvidence")}
        />
      ) : (
        <EvidenceField
          value={form.evidence}
          onChange={(evidence) => onChange({ evidence })}
          errors={faults}
          itemId={item.id}
          mayAddSources={mayAddSources}
        />
      )}
      <label className={styles.without}>
        <input
          type="checkbox"
          name="without"
          checked={form.without}
          onChange={(event) => onChange({ without: event.target.checked })}
        />
        There is no evidence to cite
      </label>
    </>
  );
}

/** All that will be recorded, in words; in a correction, what it replaces. */
function Check({ form, context, corrected }: EntryFieldsProps) {
  const { command }: Composed = commandOf(form, context);
  const says = comparedForm(form, command, corrected?.seq ?? null);
  const before = corrected === null ? null : { ...comparedFact(corrected), kind: says.kind, reason: says.reason };
  const versions = before === null ? [says] : [before, says];
  const fields = comparedFields(versions).filter(({ differs }) => before === null || differs);
  return (
    <>
      <h2>{before === null ? "What will be recorded" : `What this replaces in entry ${corrected?.seq}`}</h2>
      <dl>
        {fields.map(({ name, label, values }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd>
              {before !== null && values[0] !== null && <s>{valueWords(name, values[0] ?? null)}</s>}{" "}
              {valueWords(name, values.at(-1) ?? null)}
            </dd>
          </div>
        ))}
        {before !== null && evidenceDiffers(versions) && (
          <div>
            <dt>evidence</dt>
            <dd>cited anew</dd>
          </div>
        )}
        {before === null && form.kind !== "review" && !form.without && (
          <div>
            <dt>evidence</dt>
            <dd>{says.evidence.map(({ says: words }) => words).join(" · ") || "none yet"}</dd>
          </div>
        )}
      </dl>
      {before !== null && fields.length === 0 && !evidenceDiffers(versions) && <p>Nothing yet.</p>}
    </>
  );
}

const faultAt = (faults: readonly FieldFault[], path: string): string | undefined =>
  faults.find((fault) => fault.path === path)?.message;
