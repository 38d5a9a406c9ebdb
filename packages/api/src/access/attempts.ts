import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";
import { Email } from "@readout/core/account";
import { RateLimiterPostgres, type RateLimiterRes } from "rate-limiter-flexible";
import type { Db } from "../db/handle.ts";
import { sql } from "../db/sql.ts";

/**
 * Failures that are borne within the window: of one account, whoever tries, and from one address, whatever it tries. An address
 * that an account has signed in from is counted for it alone: strangers who keep failing shut out strangers, not its owner.
 */
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
    begin: async (attempt) => {
      const { address } = attempt;
      // The address first: one that is over its limit must not use up the limits of accounts.
      const fromThere = address === null ? null : await consume(addresses, addressKey(address));
      return fromThere ?? (await consume(accounts, await countedAs(db, attempt)));
    },
    forgive: async ({ email, address }) => {
      for (const key of [accountKey(email), ...(address === null ? [] : [ownKey(email, address)])])
        await accounts.delete(key);
      if (address !== null) await addresses.reward(addressKey(address));
    },
  };
}

/** What an account's failures are counted under: an address where its owner has been has a count of its own. */
async function countedAs(db: Db, { email, address }: Attempt): Promise<string> {
  const known = Email.safeParse(email.trim());
  if (address === null || !known.success) return accountKey(email);
  const begun = await sql(db)<{ address: string }>(
    `SELECT DISTINCT a.address FROM audit a JOIN "user" u ON u.id = a.subject_id
     WHERE u.email = $1 AND a.subject_type = 'user' AND a.act = 'session.begun' AND a.address IS NOT NULL
       AND a.at > now() - interval '90 days'`,
    [known.data],
  );
  const isOwn = begun.some((before) => addressKey(before.address) === addressKey(address));
  return isOwn ? ownKey(email, address) : accountKey(email);
}

/** Hashed: people type passwords where the e-mail belongs. */
const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

const accountKey = (email: string): string => digest(email.trim().toLowerCase());

const ownKey = (email: string, address: string): string => `${accountKey(email)}:${addressKey(address)}`;

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
