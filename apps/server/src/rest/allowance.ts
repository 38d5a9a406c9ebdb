import type { IncomingMessage } from "node:http";
import { ReadoutError } from "@readout/core/error";
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";

/** What one key or one address may ask in a minute: far above people and honest programs, and below what hurts others. */
export const defaultRequestsPerMinute = 60_000;

const isLoopback = (address: string): boolean => /^(?:::ffff:)?127\.|^::1$/.test(address);

/**
 * Whose allowance an anonymous request uses up; null for this machine itself, which could do worse than ask.
 * Only a proxy on this machine is believed about whom it asks for.
 */
export function addressOf(request: IncomingMessage): string | null {
  const address = request.socket.remoteAddress ?? "";
  if (!isLoopback(address)) return address;
  const forwarded = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .at(-1)!
    .trim();
  return forwarded === "" ? null : forwarded;
}

/** Counts requests by key or address; throws rate_limited with `retryAfter` in seconds once the minute's allowance is used. */
export function createAllowance(requestsPerMinute: number): (who: string | null) => Promise<void> {
  const limiter = new RateLimiterMemory({ points: requestsPerMinute, duration: 60 });
  return async (who) => {
    if (who === null) return;
    try {
      await limiter.consume(who);
    } catch (refused) {
      const retryAfter = Math.ceil((refused as RateLimiterRes).msBeforeNext / 1000);
      throw new ReadoutError(
        "rate_limited",
        `More than ${requestsPerMinute} requests in a minute`,
        { retryAfter },
        `Ask again in ${retryAfter} seconds.`,
      );
    }
  };
}
