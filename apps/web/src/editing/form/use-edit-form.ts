"use client";

import { isReadoutError, type ReadoutError } from "@readout/core/error";
import { useCallback, useEffect, useRef, useState } from "react";
import { type DefaultValues, type FieldValues, type Path, type UseFormReturn, useForm } from "react-hook-form";
import type { DraftKeeper, DraftState } from "../../drafts/keeper.ts";
import type { ServerDraft } from "../../drafts/reconcile.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { changedFields, onTop } from "./differences.ts";
import { type CommandSchema, commandResolver, type ReadForm } from "./fault.ts";
import { isChanged, isSameTyped, type KeptValues, keptNothing, readKept } from "./kept-values.ts";

/** Values as they are saved, and the version that they are of; null for something new. */
export type Versioned<Values> = { values: Values; version: number | null };

/** Who types, and what the server kept of it when the page was made. */
export type Keeping = { person: string; kept: ServerDraft<unknown> | null };

/** What a form edits, and how. */
export type Editing<Values extends FieldValues, Command, Saved> = Versioned<Values> & {
  /** Where what is typed is kept: "item:new-start-extension". */
  place: string;
  keeping: Keeping;
  schema: CommandSchema<Command>;
  /** The values as a command. `changed` names the fields that an edit is about; something new is about all. */
  read(values: Values, changed: readonly string[] | null, version: number | null): ReadForm;
  /** Fields that only go along with an edit and make none by themselves: why it was made. */
  remarks?: readonly (keyof Values & string)[];
  save(command: Command): Promise<Saved>;
  /** What stands there now, for whoever wrote on an older version; what is new needs none. */
  load?(): Promise<Saved>;
  /** Something saved as values of this form. */
  valuesOf(saved: Saved): Versioned<Values>;
  /** What follows once it is saved; where it leaves the page, nothing of the draft stays. */
  onSaved(saved: Saved): "leaves" | "stays";
};

/** Theirs, which was saved in the meantime, beside what both started from. */
type VersionConflict<Values> = { before: Values; theirs: Versioned<Values> };

export type EditFormState<Values extends FieldValues, Command> = {
  form: UseFormReturn<Values, unknown, Command>;
  state: "idle" | "saving" | "saved" | "unchanged" | "refused";
  /** Why the server did not save, where no field is to blame. */
  error: ReadoutError | null;
  conflict: VersionConflict<Values> | null;
  draft: DraftState<KeptValues<Values>>;
  keeper: DraftKeeper<KeptValues<Values>>;
  /** Whether what stands here came back from an earlier visit. */
  restored: boolean;
  /** Rises with every refusal, so that the list of faults takes the focus each time. */
  refusals: number;
  submit(): void;
  putMineOnTop(): void;
  takeTheirs(): void;
  /** Goes back to what is saved; what was typed can be taken back. */
  discard(): void;
  takeBack(): void;
  /** Goes on with another version that was kept. */
  bringBack(kept: KeptValues<Values>): void;
};

/** A form for one thing: kept while it is typed, checked by its command, saved on the version that was read. */
export function useEditForm<Values extends FieldValues, Command, Saved>(
  editing: Editing<Values, Command, Saved>,
): EditFormState<Values, Command> {
  const base = useRef<Versioned<Values>>({ values: editing.values, version: editing.version });
  const current = useRef(editing);
  current.current = editing;
  const [state, setState] = useState<EditFormState<Values, Command>["state"]>("idle");
  const [error, setError] = useState<ReadoutError | null>(null);
  const [conflict, setConflict] = useState<VersionConflict<Values> | null>(null);
  const [restored, setRestored] = useState(false);
  const [refusals, setRefusals] = useState(0);
  const { place, keeping } = editing;
  const read = (content: unknown) => readKept(content, editing.values);
  const [draft, keeper] = useDraft<KeptValues<Values>>({
    place,
    person: keeping.person,
    blank: keptNothing(editing.values, editing.version),
    kept: keeping.kept,
    isSame: isSameTyped,
    read,
  });

  const changed = (values: Values) => {
    if (base.current.version === null) return null;
    const all = changedFields(base.current.values, values);
    return all.every((field) => current.current.remarks?.includes(field)) ? [] : all;
  };
  const form = useForm<Values, unknown, Command>({
    defaultValues: editing.values as DefaultValues<Values>,
    shouldFocusError: false,
    resolver: (values, context, options) =>
      commandResolver<Values, Command>(
        (typed) => current.current.read(typed, changed(typed), base.current.version),
        editing.schema,
      )(values, context, options),
  });

  /** Puts what was kept into the form; what it was typed over may no longer be what is saved. */
  const bringBack = useCallback(
    ({ version, before, values }: KeptValues<Values>) => {
      const saved = base.current;
      const isOutdated = version !== saved.version;
      if (isOutdated && changedFields(saved.values, values).length === 0) return keeper.edit(keptNothing(...of(saved)));
      for (const [name, value] of Object.entries(values)) form.setValue(name as Path<Values>, value as never);
      if (!isOutdated) return;
      base.current = { values: before, version };
      setConflict({ before, theirs: saved });
    },
    [form, keeper],
  );
  const { isReady } = draft;
  useEffect(() => {
    const { content } = keeper.state();
    if (!isReady || !isChanged(content)) return;
    bringBack(content);
    setRestored(true);
  }, [isReady, keeper, bringBack]);
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          if (!keeper.state().isReady) return;
          const { values: before, version } = base.current;
          keeper.edit({ version, before, values: structuredClone(values) as Values });
          setState((is) => (is === "saved" || is === "unchanged" ? "idle" : is));
        },
      }),
    [form, keeper],
  );

  const startFrom = (saved: Versioned<Values>) => {
    base.current = saved;
    form.reset(saved.values);
    keeper.edit(keptNothing(...of(saved)));
    // At once: whoever leaves now is not to find a draft of what is saved.
    keeper.retry();
    setConflict(null);
    setRestored(false);
    setError(null);
  };
  const refuse = () => {
    setState("refused");
    setRefusals((n) => n + 1);
  };
  const save = async (command: Command) => {
    setState("saving");
    setError(null);
    try {
      const saved = await current.current.save(command);
      if (current.current.onSaved(saved) === "leaves") return void (await keeper.finish());
      startFrom(current.current.valuesOf(saved));
      setState("saved");
    } catch (failure) {
      if (!isReadoutError(failure)) throw failure;
      if (isReadoutError(failure, "conflict") && current.current.load !== undefined) {
        const theirs = await current.current.load().catch(() => null);
        if (theirs !== null) {
          setConflict({ before: base.current.values, theirs: current.current.valuesOf(theirs) });
          setState("idle");
          return;
        }
      }
      const fields = failure.details.fields ?? [];
      for (const { path, message } of fields) form.setError(path as Path<Values>, { type: "server", message });
      setError(fields.length > 0 ? null : failure);
      refuse();
    }
  };
  const submit = () => {
    if (changed(form.getValues())?.length === 0) return setState("unchanged");
    let isRefused = false;
    const send = form.handleSubmit(save, () => {
      isRefused = true;
    });
    // The faults are on the page only once it has settled, and the list of them is to take the focus.
    void send().then(() => isRefused && refuse());
  };
  return {
    ...{ form, state, error, conflict, draft, keeper, restored, refusals, submit, bringBack },
    putMineOnTop: () => {
      if (conflict === null) return;
      const merged = onTop(conflict.before, conflict.theirs.values, form.getValues());
      base.current = conflict.theirs;
      setConflict(null);
      for (const [name, value] of Object.entries(merged)) form.setValue(name as Path<Values>, value as never);
      submit();
    },
    takeTheirs: () => {
      if (conflict === null) return;
      startFrom(conflict.theirs);
      setState("idle");
    },
    discard: () => {
      keeper.discard();
      startFrom(base.current);
      setState("idle");
    },
    takeBack: () => {
      const { discarded } = keeper.state();
      if (discarded === null) return;
      keeper.takeBack();
      bringBack(discarded);
    },
  };
}

const of = <Values>({ values, version }: Versioned<Values>): [Values, number | null] => [values, version];
