"use client";

import type { Proposal } from "@readout/core/proposal";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { browserClient, faultAt, useAction } from "../trpc/browser.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { LongTextField } from "../ui/form-field.tsx";
import "./review.css";

type DecisionProps = {
  proposal: Pick<Proposal, "id" | "head" | "command">;
  /** Why it could not be recorded as the ledger stands; it may still be declined. */
  blocked: boolean;
};

/** Approves or declines somebody else's proposal; what came in since it was made has to be named. */
export function Decision({ proposal: { id, head, command }, blocked }: DecisionProps) {
  const router = useRouter();
  const [declining, setDeclining] = useState(false);
  const moved = head > command.expectedHead;
  const approve = useAction(() => browserClient().proposals.approve({ id, ...(moved ? { expectedHead: head } : {}) }));
  const refuse = useAction((reason: string) => browserClient().proposals.refuse({ id, reason }));
  const pending = approve.pending || refuse.pending;
  const field = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (declining) field.current?.querySelector("textarea")?.focus();
  }, [declining]);

  const isDecided = () => router.replace(`/desk/review/${id}?decided=1`);
  const go = async () => {
    if ((await approve.run()) !== null) isDecided();
  };
  // Overtaken by an entry or by somebody else's decision: the page has something else to say.
  const conflict = [approve.error, refuse.error].find((error) => error?.code === "conflict");
  useEffect(() => {
    if (conflict?.details.state !== undefined) router.replace(`/desk/review/${id}?decided=1`);
    else if (conflict !== undefined) router.refresh();
  }, [conflict, id, router]);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if ((await refuse.run(String(new FormData(event.currentTarget).get("reason")))) !== null) isDecided();
  };
  return (
    <div className="decision">
      <ErrorNote error={approve.error ?? refuse.error} labels={{ reason: "Why it is declined" }} />
      {declining ? (
        <form ref={field} className="stack one-column" onSubmit={(event) => void submit(event)} noValidate>
          <LongTextField
            label="Why it is declined"
            name="reason"
            hint="Its author reads this."
            fault={faultAt(refuse.error, "reason")}
            required
          />
          <p className="form-acts">
            <button type="submit" className="button solid" disabled={pending}>
              Decline
            </button>
            <button type="button" className="button" onClick={() => setDeclining(false)}>
              Back
            </button>
          </p>
        </form>
      ) : (
        <p className="form-acts">
          <button type="button" className="button solid" disabled={pending || blocked} onClick={() => void go()}>
            {moved ? `Approve after entry ${head}` : "Approve"}
          </button>
          <button type="button" className="button" disabled={pending} onClick={() => setDeclining(true)}>
            Decline …
          </button>
        </p>
      )}
    </div>
  );
}

/** Takes one's own proposal back. */
export function TakeBack({ id }: { id: Proposal["id"] }) {
  const router = useRouter();
  const withdraw = useAction(() => browserClient().proposals.withdraw({ id }));
  const go = async () => {
    const answer = await withdraw.run();
    if (answer !== null) router.replace(`/desk/review/${id}?decided=1`);
  };
  return (
    <div className="decision">
      <ErrorNote error={withdraw.error} />
      <p className="form-acts">
        <span>Somebody else decides on what you proposed.</span>
        <button type="button" className="button" disabled={withdraw.pending} onClick={() => void go()}>
          Take it back
        </button>
      </p>
    </div>
  );
}
