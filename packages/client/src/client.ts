import { createTRPCUntypedClient, httpBatchLink } from "@trpc/client";
import { refuseForeign, revivedError } from "./errors.ts";
import { type CallOptions, type ReadoutClient, writes } from "./procedures.ts";

export interface ClientOptions {
  /** Where Readout is reached, as in `https://readout.example`. */
  url: string;
  /** Needed for writing, and for reading where the installation is private. */
  apiKey?: string;
  /** In place of the global `fetch`. */
  fetch?: typeof fetch;
}

// As many as the server takes at once, and an address that every server and proxy takes.
const callsAtOnce = 50;
const addressLength = 6000;

/**
 * A client for one installation of Readout.
 *
 * Calls made in the same tick travel as one request. Whatever goes wrong arrives as a {@link ReadoutError}; no answer at all is
 * `internal` with `details.unreachable`.
 */
export function createReadoutClient({ url, apiKey, fetch = globalThis.fetch }: ClientOptions): ReadoutClient {
  const address = url.replace(/\/+$/, "");
  const client = createTRPCUntypedClient({
    links: [
      httpBatchLink({
        url: `${address}/api/trpc`,
        maxItems: callsAtOnce,
        maxURLLength: addressLength,
        ...(apiKey === undefined ? {} : { headers: { Authorization: `Bearer ${apiKey}` } }),
        fetch: async (input, init) => refuseForeign(await fetch(input, init as RequestInit)),
      }),
    ],
  });
  const call = async (path: string, input: unknown = {}, { signal }: CallOptions = {}): Promise<unknown> => {
    const options = signal === undefined ? {} : { signal };
    try {
      return await (isWrite(path) ? client.mutation(path, input, options) : client.query(path, input, options));
    } catch (error) {
      signal?.throwIfAborted();
      throw revivedError(error, address);
    }
  };
  return members((group) =>
    members<Caller>((name) => (input, options) => call(`${group}.${name}`, input, options)),
  ) as object as ReadoutClient;
}

const isWrite = (path: string): boolean => writes.some((write) => write === path);

type Caller = (input?: unknown, options?: CallOptions) => Promise<unknown>;

/** An object that makes a member for any name, except for those by which a promise or a primitive would be recognised. */
function members<Member extends object | Caller>(make: (name: string) => Member): Record<string, Member> {
  const made = new Map<string, Member>();
  return new Proxy<Record<string, Member>>(
    {},
    {
      get: (_, name) => {
        if (typeof name === "symbol" || name === "then" || name === "toJSON") return undefined;
        if (!made.has(name)) made.set(name, make(name));
        return made.get(name);
      },
    },
  );
}
