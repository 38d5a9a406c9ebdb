"use client";

import { type KeyboardEvent, type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { type FieldValues, FormProvider } from "react-hook-form";
import "./form.css";
import { DraftLine } from "../../drafts/draft-line.tsx";
import { useAlive } from "../../ui/use-alive.ts";
import { DraftNotices } from "./draft-notices.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { faultsOf, faultsToShow } from "./fault.ts";
import { type FormScope, FormScopeContext } from "./form-scope.ts";
import type { EditFormState } from "./use-edit-form.ts";
import { VersionConflictPanel } from "./version-conflict.tsx";

type EditFormProps<Values extends FieldValues, Command> = {
  id: string;
  /** What the form is called to those who do not see it. */
  label: string;
  edit: EditFormState<Values, Command>;
  /** How the fields are called where two versions are set side by side. */
  labels: Record<keyof Values & string, string>;
  show(field: keyof Values & string, value: unknown): string;
  /** The sign-in page, and from there back to this one. */
  signInHref: string;
  /** What the button says: "Save", "Open the item". */
  action: string;
  /** Beside the button: a way out. The form then is a small one beside another, whose button is the solid one. */
  beside?: ReactNode;
  children: ReactNode;
};

/** A form around its fields: what came back, what is refused, whose version stands, and the one button. */
export function EditForm<Values extends FieldValues, Command>({
  id,
  label,
  edit,
  labels,
  show,
  signInHref,
  action,
  beside,
  children,
}: EditFormProps<Values, Command>) {
  const { form, state, error, conflict, draft, refusals } = edit;
  const isAlive = useAlive();
  const { called, announce } = useCalledFields();
  const faults = faultsToShow(faultsOf(form.formState.errors), called, useCheckedFields(called, refusals));
  const scope = useMemo<FormScope>(() => ({ id, faults, announce }), [id, faults, announce]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (state !== "saving" && conflict === null) edit.submit();
  };
  return (
    <FormProvider {...form}>
      <FormScopeContext value={scope}>
        <form
          id={id}
          aria-label={label}
          className="edit-form"
          noValidate
          data-alive=""
          onKeyDown={onKeyDown}
          onSubmit={(event) => {
            event.preventDefault();
            if (conflict === null) edit.submit();
          }}
        >
          {conflict === null && <DraftNotices edit={edit} />}
          {conflict !== null && (
            <VersionConflictPanel
              before={conflict.before}
              theirs={conflict.theirs.values}
              mine={form.getValues()}
              labels={labels}
              show={show}
              onMine={edit.putMineOnTop}
              onTheirs={edit.takeTheirs}
            />
          )}
          <ErrorSummary {...{ faults, error, refusals, signInHref }} form={id} labels={called} />
          <fieldset className="edit-fields" disabled={!isAlive}>
            {children}
          </fieldset>
          <noscript>
            <p className="failed">Editing needs script: it reads dates, compares versions and keeps what you type.</p>
          </noscript>
          {conflict === null && (
            <div className="form-acts">
              <button
                type="submit"
                className={beside === undefined ? "button solid" : "button"}
                aria-keyshortcuts="Control+Enter"
                disabled={state === "saving" || !isAlive}
              >
                {action}
              </button>
              {beside}
              <span className="dim small" role="status">
                {stateWords[state]}
              </span>
            </div>
          )}
          {draft.reached.kind !== "nothing-written" && (
            <div className="edit-draft dim small">
              <span>What you type:</span>
              <DraftLine state={draft} signInHref={signInHref} onRetry={edit.keeper.retry} />
            </div>
          )}
        </form>
      </FormScopeContext>
    </FormProvider>
  );
}

const stateWords: Record<EditFormState<FieldValues, unknown>["state"], string> = {
  idle: "",
  saving: "Saving ...",
  saved: "Saved.",
  unchanged: "Nothing has been changed.",
  refused: "Not saved.",
};

/** The fields that stand in the form now, by path, in no order that matters. */
function useCalledFields() {
  const fields = useRef(new Map<string, string>());
  const [called, setCalled] = useState<ReadonlyMap<string, string>>(fields.current);
  const announce = useCallback((name: string, label: string) => {
    fields.current.set(name, label);
    setCalled(new Map(fields.current));
    return () => {
      fields.current.delete(name);
      setCalled(new Map(fields.current));
    };
  }, []);
  return { called, announce };
}

/** The fields that stood in the form when it was refused last. */
function useCheckedFields(called: ReadonlyMap<string, string>, refusals: number): ReadonlySet<string> {
  const [checked, setChecked] = useState({ refusals: 0, fields: new Set<string>() });
  if (checked.refusals === refusals) return checked.fields;
  const fields = new Set(called.keys());
  setChecked({ refusals, fields });
  return fields;
}
