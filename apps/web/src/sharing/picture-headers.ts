import "server-only";
import type { AsOfInput } from "@readout/core/as-of";
import { endOfDay, type Instant, isDay } from "@readout/core/time";
import { isPrivate, now } from "../trpc/server.ts";

const minuteMs = 60_000;

/**
 * What a picture of ours is sent with: other sites may show it, and whoever keeps it knows for how long. What Readout showed on a day that is over stays as it was; anything else may change with the next entry.
 *
 * @param input null for an answer that is not a picture of the record: nobody keeps it
 */
export function pictureHeaders(type: string, input: AsOfInput | null): Record<string, string> {
  const whose = isPrivate() ? "private" : "public";
  const kept = isSettled(input) ? "max-age=31536000, immutable" : "max-age=60";
  return {
    "Content-Type": type,
    "Cache-Control": input === null ? "no-store" : `${whose}, ${kept}`,
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Access-Control-Allow-Origin": "*",
  };
}

/** No write is dated back further than a minute. */
function isSettled(input: AsOfInput | null): boolean {
  if (input?.basis !== "recorded" || input.knownOn === undefined) return false;
  const end = isDay(input.knownOn) ? endOfDay(input.knownOn) : (input.knownOn as Instant);
  return Date.parse(now()) - Date.parse(end) > minuteMs;
}
