import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { addressOf } from "./address.ts";

const from = (remoteAddress: string, forwarded?: string) =>
  addressOf({ socket: { remoteAddress }, headers: { "x-forwarded-for": forwarded } } as unknown as IncomingMessage);

test.each([
  ["a client of its own", "203.0.113.9", undefined, "203.0.113.9"],
  ["a client that claims another", "203.0.113.9", "198.51.100.1", "203.0.113.9"],
  ["the last that a proxy here asks for", "127.0.0.1", "198.51.100.1, 203.0.113.9", "203.0.113.9"],
  ["one that the proxy names with its port", "::1", "203.0.113.9:51234", "203.0.113.9"],
  ["one of IPv6 in brackets", "127.0.0.1", "[2001:db8::1]:443", "2001:db8::1"],
  ["one of IPv4 in clothes of IPv6", "::ffff:127.0.0.1", "::ffff:203.0.113.9", "203.0.113.9"],
  ["this machine where the proxy says nothing that can be", "127.0.0.1", "unknown", "127.0.0.1"],
])("a request comes from %s", (_, remote, forwarded, address) => {
  expect(from(remote, forwarded)).toBe(address);
});
