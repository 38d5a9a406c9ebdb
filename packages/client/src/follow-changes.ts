import { isReadoutError, type ReadoutError } from "@readout/core/error";
import type { ReadoutEvent } from "@readout/core/event";
import type { ReadoutClient } from "./procedures.ts";

export interface FollowOptions {
  /** The `id` of the last event already seen; left out: from the first event there is. */
  since?: string;
  /** Ends the loop without an error. */
  signal?: AbortSignal;
  /** How long to wait after there was nothing new, in milliseconds; 2000 unless given. */
  everyMs?: number;
  /** Told of what interrupts the feed, such as a server that starts anew; it is asked again after `retryMs`. */
  onInterruption?: (error: ReadoutError, retryMs: number) => void;
}

const eventsAtOnce = 200;
const longestRetryMs = 60_000;

/**
 * Every event of the record, in the order in which they were committed, for ever: none is left out and none comes twice.
 * Keep the `id` of the last one that was dealt with, and give it as `since` to go on from there.
 *
 * @throws ReadoutError when the first question fails, and later for what waiting does not cure (a revoked key)
 */
export async function* followChanges(
  client: Pick<ReadoutClient, "changes">,
  { since, signal, everyMs = 2000, onInterruption }: FollowOptions = {},
): AsyncGenerator<ReadoutEvent, void, void> {
  let token = since;
  let hasAnswered = false;
  let retryMs = everyMs;
  while (!signal?.aborted) {
    const from = token === undefined ? {} : { since: token };
    try {
      const { events, next } = await client.changes.list(
        { ...from, limit: eventsAtOnce },
        signal === undefined ? {} : { signal },
      );
      hasAnswered = true;
      retryMs = everyMs;
      for (const event of events) {
        yield event;
        if (signal?.aborted) return;
      }
      token = next;
      if (events.length < eventsAtOnce) await pause(everyMs, signal);
    } catch (error) {
      if (signal?.aborted) return;
      if (!hasAnswered || !isPassing(error)) throw error;
      onInterruption?.(error, retryMs);
      await pause(retryMs, signal);
      retryMs = Math.min(2 * retryMs, longestRetryMs);
    }
  }
}

/** What another attempt may cure. */
const isPassing = (error: unknown): error is ReadoutError =>
  isReadoutError(error, "internal") || isReadoutError(error, "rate_limited");

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener("abort", done, { once: true });
    if (signal?.aborted) done();
  });
}
