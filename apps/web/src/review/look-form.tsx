"use client";

import { formatDay } from "@readout/core/edtf-text";
import { isProposal } from "@readout/core/proposal";
import type { DueItem } from "@readout/core/review";
import type { Day } from "@readout/core/time";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef } from "react";
import { browserClient, faultAt, useAction } from "../trpc/browser.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { LongTextField } from "../ui/form-field.tsx";

type LookFormProps = {
  item: Pick<DueItem, "id" | "title">;
  today: Day;
  records: boolean;
  onClose: () => void;
  /** Told what was done, in a sentence. */
  onDone: (words: string) => void;
};

const labels = { note: "What was looked at", lookedOn: "Day" };

/** Says that somebody looked today and found nothing new: one note, one button. */
export function LookForm({ item, today, records, onClose, onDone }: LookFormProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  // Where the ledger stood when the form was opened: what comes in from then on, its writer has not looked at.
  const head = useRef<Promise<number> | null>(null);
  const askHead = () =>
    browserClient()
      .items.get({ id: item.id })
      .then((found) => found.head);
  const look = useAction(async (note: string) => {
    const client = browserClient();
    head.current ??= askHead();
    const expectedHead = await head.current.catch((error: unknown) => {
      head.current = null;
      throw error;
    });
    const command = { itemId: item.id, kind: "review" as const, lookedOn: today, note, expectedHead };
    return records ? client.items.record(command) : client.proposals.propose(command);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is opened
  useEffect(() => {
    form.current?.querySelector("textarea")?.focus();
    head.current ??= askHead();
    // Said when it is sent.
    head.current.catch(() => undefined);
  }, []);
  const moved = look.error?.code === "conflict" ? look.error.details.head : undefined;
  if (moved !== undefined) head.current = Promise.resolve(moved);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const answer = await look.run(String(new FormData(event.currentTarget).get("note")));
    if (answer === null) return;
    onDone(
      isProposal(answer)
        ? `Proposed: ${item.title}, reviewed on ${formatDay(today)}, nothing new. Somebody else approves it.`
        : `Recorded as entry ${answer.seq}: ${item.title}, reviewed on ${formatDay(today)}, nothing new.`,
    );
    router.refresh();
  };
  return (
    <form
      ref={form}
      className="stack look"
      noValidate
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
      }}
    >
      <ErrorNote error={look.error} labels={labels} />
      {moved !== undefined && (
        <p>
          <a href={`/items/${item.id}#entry-${moved}`} target="_blank" rel="noreferrer">
            Read entry {moved}
          </a>{" "}
          first; if there is still nothing new after it, send this again.
        </p>
      )}
      <LongTextField
        label="What was looked at"
        name="note"
        rows={2}
        hint={`Recorded for today, ${formatDay(today)}.`}
        fault={faultAt(look.error, "note")}
        required
      />
      <p className="form-acts">
        <button type="submit" className="button solid" disabled={look.pending}>
          {records ? "Record" : "Propose"}: nothing new
        </button>
        <button type="button" className="button" onClick={onClose}>
          Not now
        </button>
      </p>
    </form>
  );
}
