import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/** Whether an address is this machine itself. */
export const isLoopback = (address: string): boolean => /^127\.|^::1$/.test(address);

/**
 * Where a request comes from; null once it has gone. Only a proxy on this machine is believed about whom it asks for, and only
 * about the last one: the ones before it are what the client claims.
 */
export function addressOf(request: IncomingMessage): string | null {
  const address = plain(request.socket.remoteAddress ?? "");
  if (isLoopback(address)) {
    const forwarded = plain(
      withoutPort(
        String(request.headers["x-forwarded-for"] ?? "")
          .split(",")
          .at(-1)!
          .trim(),
      ),
    );
    if (isIP(forwarded) !== 0) return forwarded;
  }
  return address === "" ? null : address;
}

/** Some proxies name the port as well; an address of IPv6 then stands in brackets. */
const withoutPort = (text: string): string => text.replace(/^(\d+(?:\.\d+){3}):\d+$|^\[(.+)\](?::\d+)?$/, "$1$2");

/** An IPv4 address is the same one when it came in through a socket of IPv6. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, "");
