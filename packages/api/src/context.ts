import { randomUUID } from "node:crypto";
import type { KnownBy } from "@readout/core/account";
import type { DigestAt } from "@readout/core/digest-time";
import type { Role } from "@readout/core/role";
import type { Instant } from "@readout/core/time";
import type { Db } from "./db/handle.ts";

/** Who works in Readout: a person or a service, known by an opaque id. */
export interface User {
  id: string;
  role: Role;
  /** Shown to signed-in people. */
  name: string;
}

/** How far the record has come, as far as this process knows. */
export interface Revision {
  /** The id of the last event, "0" before the first. */
  current(): string;
  /** Calls back after every step; returns the way to stop. */
  subscribe(listener: () => void): () => void;
}

/** Where failures are written that the asker is not shown. */
export interface Log {
  error(fields: Record<string, unknown>, message: string): void;
}

/** What lives as long as the process. */
export interface Installation {
  db: Db;
  /** Signs cursors and sessions; at least 32 characters. */
  secret: string;
  /** Where people reach it, without a trailing slash. */
  url: string;
  /** Whether reading needs a key or a sign-in. */
  private: boolean;
  /** When digests leave, UTC as in "06:00"; null where no mail is sent. */
  mail: { digestAt: DigestAt } | null;
  /** `required`: an entry enters a ledger by approval only. */
  review: "optional" | "required";
  revision: Revision;
  log: Log;
  now(): Instant;
}

/** What a procedure knows of its surroundings; `user` is null for an anonymous visitor. */
export interface Context extends Installation {
  user: User | null;
  /** What the user is known by; null for an anonymous visitor. */
  by: KnownBy | null;
  /** Where the request came from; null for what was not asked over a network. */
  address: string | null;
  /** Stands in the answer of a failure and in the log beside its cause. */
  requestId: string;
}

/** The context of a procedure that needs a user. */
export interface UserContext extends Context {
  user: User;
}

/** Who asks, and from where. */
export interface Asking {
  user?: User | null;
  /** A key where nothing else is said. */
  by?: KnownBy | null;
  address?: string | null;
  requestId?: string;
}

/** The inner context: all that is not HTTP. */
export const createContext = (
  installation: Installation,
  { user = null, by = "key", address = null, requestId = randomUUID() }: Asking = {},
): Context => ({ ...installation, user, by: user === null ? null : by, address, requestId });
