import { type Mark, type Visits, visitsAfter } from "@readout/core/visit-law";
import { ask, isSignedIn } from "../ui/ask.ts";

/** Where the visits of whoever reads are kept. */
export type VisitStore = {
  /** Notes a page, and tells what this visit is compared with; `token` only where the page is the first one. */
  note(token: string | null): Promise<Mark | null>;
  compare(since: Mark | null): Promise<void>;
};

const KEY = "readout.visits";

function readKept(): Visits | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "null");
  } catch {
    return null;
  }
}

/** For who is not signed in: in this browser, and nowhere else. */
const inBrowser: VisitStore = {
  async note(token) {
    const kept = readKept();
    // A record that was set up anew under the same address has not come as far.
    const isStrange = kept !== null && token !== null && Number(kept.last.token) > Number(token);
    const visits = visitsAfter(isStrange ? null : kept, new Date().toISOString(), token);
    if (visits !== null) localStorage.setItem(KEY, JSON.stringify(visits));
    return visits?.since ?? null;
  },
  async compare(since) {
    const kept = readKept();
    if (kept !== null) localStorage.setItem(KEY, JSON.stringify({ ...kept, since }));
  },
};

/** With the account, so that the next browser knows too. */
const onServer: VisitStore = {
  note: async (token) => (await ask<{ since: Mark | null }>("/visits", token === null ? {} : { token })).since,
  compare: async (since) => {
    await ask("/visits/comparison", { since });
  },
};

export const visitStore = (): VisitStore => (isSignedIn() ? onServer : inBrowser);
