"use client";

import { type Entry, RecordEntry } from "@readout/core/entry";
import type { FieldFault } from "@readout/core/error";
import { useRef, useState } from "react";
import { browserClient } from "../trpc/browser.tsx";
import { type Outcome, submit } from "./submission.ts";

type RecordingOptions = {
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
  /** The id of whoever writes. */
  author: string;
  ledger: readonly Entry[];
  head: number;
  /** Entries that came in while one wrote and that nobody has looked at; null where none did. */
  overtakenBy: readonly Entry[] | null;
  outcome: Outcome | null;
  /** What the server had against it, by path of the command; until something is changed. */
  refused: readonly FieldFault[];
  /** How often it was tried in vain: from the first time on, faults are shown. */
  refusals: number;
  isSending: boolean;
  /** Sends a command, unless it has faults. */
  send: (command: object, faults: readonly FieldFault[]) => Promise<void>;
  /** Shows what came in since the draft was begun. */
  meet: (entries: readonly Entry[]) => void;
  /** What came in has been seen. */
  goOn: () => void;
  /** Something was changed: what the server said is no more about it. */
  clear: () => void;
  /** All begins anew. */
  reset: () => void;
};

/** Sends entries to the ledger of an item and keeps what it learns about it. */
export function useRecording({ itemId, entries, author, proposes, finish }: RecordingOptions): Recording {
  const [ledger, setLedger] = useState(entries);
  const [overtakenBy, setOvertakenBy] = useState<readonly Entry[] | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [refusals, setRefusals] = useState(0);
  const [isSending, setIsSending] = useState(false);
  const isBusy = useRef(false);
  const goOn = () => setOvertakenBy(null);

  const perform = async (command: RecordEntry): Promise<void> => {
    const client = browserClient();
    const became = await submit(command, author, (sent) =>
      proposes ? client.proposals.propose(sent) : client.items.record(sent),
    );
    if (became.kind === "overtaken") {
      setLedger((known) => withLater(known, became.entries));
      setOvertakenBy(became.entries);
    } else goOn();
    if (became.kind === "refused") setRefusals((times) => times + 1);
    if (became.kind === "recorded" || became.kind === "proposed") await finish();
    setOutcome(became);
    if (became.kind === "recorded") window.location.assign(`/items/${itemId}?recorded=${became.seq}#recorded`);
  };
  const send = async (command: object, faults: readonly FieldFault[]): Promise<void> => {
    // A second Ctrl+Enter says nothing new.
    if (isBusy.current) return;
    const parsed = RecordEntry.safeParse(command);
    if (faults.length > 0 || !parsed.success) {
      goOn();
      setRefusals((times) => times + 1);
      return;
    }
    isBusy.current = true;
    setIsSending(true);
    setOutcome(null);
    try {
      await perform(parsed.data);
    } finally {
      setIsSending(false);
      isBusy.current = false;
    }
  };
  return {
    author,
    ledger,
    head: ledger.at(-1)?.seq ?? 0,
    overtakenBy,
    outcome,
    refused: outcome?.kind === "refused" ? outcome.faults : [],
    refusals,
    isSending,
    send,
    meet: setOvertakenBy,
    goOn,
    clear: () => setOutcome(null),
    reset: () => {
      goOn();
      setOutcome(null);
      setRefusals(0);
    },
  };
}

/** The ledger with entries that came after it, each once; marks of corrections are read from the entries themselves. */
const withLater = (known: readonly Entry[], later: readonly Entry[]): Entry[] => {
  const head = known.at(-1)?.seq ?? 0;
  return [...known, ...later.filter(({ seq }) => seq > head)];
};
