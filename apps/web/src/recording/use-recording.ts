"use client";

import type { Entry, RecordEntry } from "@readout/core/entry";
import { useRef, useState } from "react";
import { browserClient } from "../trpc/browser.tsx";
import { type Outcome, submit } from "./submission.ts";

export type RecordingOptions = {
  itemId: string;
  /** The ledger as it was when the page was made. */
  entries: readonly Entry[];
  author: string;
  /** Whether another person decides. */
  proposes: boolean;
  /** Takes the draft away once its words are part of the record. */
  finish: () => Promise<void>;
};

/** What is known of the ledger, what came in meanwhile, and what became of what was sent. */
export type Recording = {
  ledger: readonly Entry[];
  head: number;
  /** Entries that came in while one wrote and that nobody has looked at; null where none did. */
  overtakenBy: readonly Entry[] | null;
  outcome: Outcome | null;
  isSending: boolean;
  send: (command: RecordEntry) => Promise<Outcome>;
  /** Shows what came in since the draft was begun. */
  meet: (entries: readonly Entry[]) => void;
  /** What came in has been seen. */
  goOn: () => void;
  clear: () => void;
};

/** Sends entries to the ledger of an item and keeps what it learns about it. */
export function useRecording({ itemId, entries, author, proposes, finish }: RecordingOptions): Recording {
  const [ledger, setLedger] = useState(entries);
  const [overtakenBy, setOvertakenBy] = useState<readonly Entry[] | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isSending, setIsSending] = useState(false);
  const sending = useRef<Promise<Outcome> | null>(null);

  const perform = async (command: RecordEntry): Promise<Outcome> => {
    const client = browserClient();
    const became = await submit(command, author, (sent) =>
      proposes ? client.proposals.propose(sent) : client.items.record(sent),
    );
    if (became.kind === "overtaken") {
      setLedger((known) => withLater(known, became.entries));
      setOvertakenBy(became.entries);
    }
    if (became.kind === "recorded" || became.kind === "proposed") await finish();
    if (became.kind === "recorded")
      window.location.assign(`/items/${itemId}?recorded=${became.seq}#entry-${became.seq}`);
    return became;
  };
  const send = (command: RecordEntry): Promise<Outcome> => {
    // A second Ctrl+Enter waits for the first.
    sending.current ??= (async () => {
      setIsSending(true);
      setOutcome(null);
      try {
        const became = await perform(command);
        setOutcome(became);
        return became;
      } finally {
        setIsSending(false);
        sending.current = null;
      }
    })();
    return sending.current;
  };
  return {
    ledger,
    head: ledger.at(-1)?.seq ?? 0,
    overtakenBy,
    outcome,
    isSending,
    send,
    meet: setOvertakenBy,
    goOn: () => setOvertakenBy(null),
    clear: () => setOutcome(null),
  };
}

/** The ledger with entries that came after it, each once; marks of corrections are read from the entries themselves. */
const withLater = (known: readonly Entry[], later: readonly Entry[]): Entry[] => {
  const head = known.at(-1)?.seq ?? 0;
  return [...known, ...later.filter(({ seq }) => seq > head)];
};
