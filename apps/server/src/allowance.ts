import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { Context } from "@readout/api/server";
import { ReadoutError } from "@readout/core/error";
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { addressOf, isLoopback } from "./address.ts";

/** What one key or one address may ask in a minute: far above people and honest programs, and below what hurts others. */
const defaultRequestsPerMinute = 60_000;

/** Whose allowance an anonymous request uses up; null for this machine itself, which could do worse than ask. */
function countedAddressOf(request: IncomingMessage): string | null {
  const address = addressOf(request);
  return address === null || isLoopback(address) ? null : address;
}

/**
 * Lets in whoever asks within the allowance of the key, or of the address where there is no key or a wrong one.
 *
 * @param contextOf the context of a request by its headers, without any limit
 * @returns the same by the request; throws rate_limited besides
 */
export function withinAllowance(
  contextOf: (headers: IncomingHttpHeaders) => Promise<Context>,
  requestsPerMinute = defaultRequestsPerMinute,
): (request: IncomingMessage) => Promise<Context> {
  const allow = createAllowance(requestsPerMinute);
  return async (request) => {
    const address = countedAddressOf(request);
    if (request.headers.authorization === undefined) await allow(address);
    const ctx = await contextOf(request.headers).catch(async (error: unknown) => {
      await allow(address);
      throw error;
    });
    if (ctx.user !== null) await allow(`user ${ctx.user.id}`);
    return ctx;
  };
}

/** Counts requests by key or address; throws rate_limited with `retryAfter` in seconds once the minute's allowance is used. */
function createAllowance(requestsPerMinute: number): (who: string | null) => Promise<void> {
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
