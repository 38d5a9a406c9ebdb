import type { ReadoutEvent } from "@readout/core/event";
import type { Context } from "../context.ts";
import { listChanges } from "./queries.ts";

const batch = 200;

/**
 * Every event after `since`, in commit order, for ever: those there are, then each as it comes. Events are read from the
 * record by id and the revision merely wakes the reader, so that none is lost or given twice.
 *
 * @param since "0" for the first event on
 * @param signal ends it
 */
export async function* followChanges(ctx: Context, since: string, signal: AbortSignal): AsyncGenerator<ReadoutEvent> {
  const wake = wakeOn(ctx, signal);
  try {
    let token = since;
    while (!signal.aborted) {
      // Asked for before reading: what is written while we read wakes us again.
      const news = wake.next();
      const { events, next } = await listChanges(ctx, { since: token, limit: batch });
      for (const event of events) {
        if (signal.aborted) return;
        yield event;
      }
      token = next;
      if (events.length < batch) await news;
    }
  } finally {
    wake.stop();
  }
}

/** Promises that settle at the revision's next step, or at the end. */
function wakeOn(ctx: Context, signal: AbortSignal) {
  let waiting: (() => void)[] = [];
  const wakeAll = () => {
    const woken = waiting;
    waiting = [];
    for (const resolve of woken) resolve();
  };
  const unsubscribe = ctx.revision.subscribe(wakeAll);
  signal.addEventListener("abort", wakeAll, { once: true });
  return {
    next: () => new Promise<void>((resolve) => (signal.aborted ? resolve() : waiting.push(resolve))),
    stop: () => {
      unsubscribe();
      signal.removeEventListener("abort", wakeAll);
    },
  };
}
