import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";
import { RateLimiterPostgres, type RateLimiterRes } from "rate-limiter-flexible";
import type { Db } from "../db/handle.ts";
import { sql } from "../db/sql.ts";

/** Failures that are borne within the window: of one account, whoever tries, and from one address, whatever it tries. */
const allowed = { account: 10, address: 50 } as const;
const windowSeconds = 15 * 60;

/** Whose failures count. */
export interface Attempt {
  /** As typed: an account that does not exist is counted like one that does. */
  email: string;
  address: string | null;
}

/** That an attempt comes too soon. */
export interface TooMany {
  /** In seconds. */
  retryAfter: number;
  /** Whether it is the one that reached the limit. */
  isFirst: boolean;
}

/** Counts failed sign-ins, for all processes on one database together. */
export interface Attempts {
  /** Counts an attempt before it is tried, so that a hundred at once do not all pass; null: it may be tried. */
  begin(attempt: Attempt): Promise<TooMany | null>;
  /** The attempt was right: the account starts anew, and the address is given it back. */
  forgive(attempt: Attempt): Promise<void>;
}

const opened = new WeakMap<Db, Attempts>();

/** The counts of a database. */
export function attemptsOf(db: Db): Attempts {
  const attempts = opened.get(db) ?? openAttempts(db);
  opened.set(db, attempts);
  return attempts;
}

function openAttempts(db: Db): Attempts {
  // The limiter wants a client of `pg`; ours keeps to the one pool there is.
  const storeClient = {
    query: async ({ text, values }: { text: string; values: (string | number | null)[] }) => {
      const rows = await sql(db)(text, values);
      return { rows, rowCount: rows.length };
    },
  };
  const limiterOf = (keyPrefix: keyof typeof allowed) =>
    new RateLimiterPostgres({
      storeClient,
      storeType: "client",
      tableName: "sign_in_attempt",
      tableCreated: true,
      keyPrefix,
      points: allowed[keyPrefix],
      duration: windowSeconds,
      clearExpiredByTimeout: keyPrefix === "address",
    });
  const [accounts, addresses] = [limiterOf("account"), limiterOf("address")];

  const consume = async (limiter: RateLimiterPostgres, key: string): Promise<TooMany | null> => {
    try {
      await limiter.consume(key);
      return null;
    } catch (refused) {
      if (refused instanceof Error) throw refused;
      const { msBeforeNext, consumedPoints } = refused as RateLimiterRes;
      return {
        retryAfter: Math.max(1, Math.ceil(msBeforeNext / 1000)),
        isFirst: consumedPoints === limiter.points + 1,
      };
    }
  };

  return {
    begin: async ({ email, address }) => {
      // The address first: one that is over its limit must not use up the limits of accounts.
      const fromThere = address === null ? null : await consume(addresses, addressKey(address));
      return fromThere ?? (await consume(accounts, accountKey(email)));
    },
    forgive: async ({ email, address }) => {
      await accounts.delete(accountKey(email));
      if (address !== null) await addresses.reward(addressKey(address));
    },
  };
}

/** Hashed: people type passwords where the e-mail belongs. */
const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

const accountKey = (email: string): string => digest(email.trim().toLowerCase());

/** Whoever has one address of IPv6 mostly has a network of them, named by its first half. */
function addressKey(address: string): string {
  return digest(isIPv6(address) ? networkOf(address) : address);
}

function networkOf(address: string): string {
  // A URL spells it in the one short way; the gap is then filled again.
  const short = new URL(`http://[${address.replace(/%.*$/, "")}]`).hostname.slice(1, -1);
  const [head = "", tail] = short.split("::");
  const first = head.split(":").filter(Boolean);
  const last = tail?.split(":").filter(Boolean) ?? [];
  const groups = [...first, ...Array<string>(8 - first.length - last.length).fill("0"), ...last];
  return groups.slice(0, 4).join(":");
}
