import { ReadoutError } from "@readout/core/error";
import type { Instant } from "@readout/core/time";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { BrowserStore } from "./browser-store.ts";
import { DraftKeeper } from "./keeper.ts";
import type { ServerDraft, Slot } from "./reconcile.ts";

beforeEach(() => void vi.useFakeTimers({ now: 1_000 }));
afterEach(() => void vi.useRealTimers());

/** One browser's store, as it outlives its pages. */
function aBrowser(hasRoom = true): BrowserStore & { all: Map<string, Slot<unknown>> } {
  const all = new Map<string, Slot<unknown>>();
  return {
    all,
    slots: () => [...all.values()],
    write: (slot) => hasRoom && all.set(slot.id, structuredClone(slot)) !== undefined,
    remove: (ids) => ids.forEach((id) => void all.delete(id)),
  };
}

/** A server as drafts.save and drafts.discard are: it refuses a save on an older draft than its own. */
function aServer() {
  const server = {
    draft: null as ServerDraft<string> | null,
    failure: null as ReadoutError | null,
    saves: 0,
    save: async ({ content, basedOn }: { content: unknown; basedOn: Instant | null }) => {
      if (server.failure !== null) throw server.failure;
      if (server.draft !== null && server.draft.savedAt !== basedOn)
        throw new ReadoutError("conflict", "another device wrote", { current: server.draft });
      server.saves += 1;
      server.draft = { content: content as string, savedAt: `stamp-${server.saves}` as Instant };
      return server.draft;
    },
    discard: async () => {
      if (server.failure !== null) throw server.failure;
      server.draft = null;
    },
  };
  return server;
}

let pages = 0;
/** A page opened on what browser and server keep. */
function aPage(browser: BrowserStore, server: ReturnType<typeof aServer>) {
  pages += 1;
  const id = `page-${pages}`;
  let slots = 0;
  const keeper = new DraftKeeper<string>({
    store: () => browser,
    server: () => server,
    blank: "",
    kept: server.draft,
    isSame: (a, b) => a === b,
    read: (kept) => (typeof kept === "string" ? kept : null),
    newSlotId: () => `${id}-${slots++}`,
    now: Date.now,
  });
  keeper.open();
  return keeper;
}

const settle = () => vi.advanceTimersByTimeAsync(5_000);
const unreachable = new ReadoutError("internal", "nobody answers", { unreachable: true });

describe("what is typed", () => {
  it("is in the browser before the call returns, and on the server soon", async () => {
    const [browser, server] = [aBrowser(), aServer()];
    const page = aPage(browser, server);
    page.edit("a word");
    expect([...browser.all.values()].map(({ content }) => content)).toEqual(["a word"]);
    expect(server.draft).toBeNull();
    await settle();
    expect(server.draft?.content).toBe("a word");
    expect(page.state().reached).toEqual({ kind: "saved", at: "stamp-1" });
  });

  it("goes to the server while it is still being typed", async () => {
    const server = aServer();
    const page = aPage(aBrowser(), server);
    for (let i = 1; i <= 10; i++) {
      page.edit("x".repeat(i));
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(server.saves).toBeGreaterThan(0);
  });

  it("is found by the next page after the tab was closed at once", async () => {
    const [browser, server] = [aBrowser(), aServer()];
    const page = aPage(browser, server);
    page.edit("words");
    await settle();
    page.edit("words and more");
    expect(aPage(browser, server).state()).toMatchObject({ content: "words and more", others: [], isReady: true });
  });

  it("is found in another browser", async () => {
    const server = aServer();
    aPage(aBrowser(), server).edit("words");
    await settle();
    expect(aPage(aBrowser(), server).state()).toMatchObject({ content: "words", reached: { kind: "saved" } });
  });

  it("reaches the server when it is back, without another key", async () => {
    const [browser, server] = [aBrowser(), aServer()];
    server.failure = unreachable;
    const page = aPage(browser, server);
    page.edit("offline");
    await settle();
    expect(page.state().reached).toEqual({ kind: "unreachable" });
    server.failure = null;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(page.state().reached).toMatchObject({ kind: "saved" });
  });

  it("is safe while signed out, and goes on after signing in again", async () => {
    const [browser, server] = [aBrowser(), aServer()];
    server.failure = new ReadoutError("unauthenticated", "who is it");
    const page = aPage(browser, server);
    page.edit("mine");
    await settle();
    expect(page.state()).toMatchObject({ isHere: true, reached: { kind: "signed-out" } });
    server.failure = null;
    page.retry();
    await settle();
    expect(server.draft?.content).toBe("mine");
  });

  it("is said not to be here where the browser has no room, and is on the server", async () => {
    const server = aServer();
    const page = aPage(aBrowser(false), server);
    page.edit("words");
    await settle();
    expect(page.state()).toMatchObject({ isHere: false, reached: { kind: "saved" } });
  });
});

describe("two devices", () => {
  it("are both offered where each went on alone, also to whoever closes the page and comes back", async () => {
    const [here, there, server] = [aBrowser(), aBrowser(), aServer()];
    const page = aPage(here, server);
    page.edit("common");
    await settle();
    const elsewhere = aPage(there, server);
    elsewhere.edit("common, of there");
    await settle();
    page.edit("common, of here");
    await settle();
    expect(page.state()).toMatchObject({ content: "common, of here", reached: { kind: "choice" } });
    expect(page.state().others.map(({ content }) => content)).toEqual(["common, of there"]);
    page.edit("common, of here, on");

    const again = aPage(here, server);
    const offered = () => [again.state().content, ...again.state().others.map(({ content }) => content)].sort();
    expect(offered()).toEqual(["common, of here, on", "common, of there"]);
    again.choose(again.state().others[0]!);
    expect(offered()).toEqual(["common, of here, on", "common, of there"]);
    const third = aPage(here, server);
    expect([third.state().content, ...third.state().others.map(({ content }) => content)].sort()).toEqual(offered());

    again.decide();
    await settle();
    expect(again.state().others).toEqual([]);
    expect(server.draft?.content).toBe(again.state().content);
    expect(aPage(here, server).state()).toMatchObject({ content: again.state().content });
  });

  it("with the same words need no choice", async () => {
    const server = aServer();
    const [a, b] = [aPage(aBrowser(), server), aPage(aBrowser(), server)];
    a.edit("same");
    await settle();
    b.edit("same");
    await settle();
    expect(b.state()).toMatchObject({ others: [], reached: { kind: "saved" } });
  });
});

describe("discarding", () => {
  it("takes the words away in both places, and can be undone, also on the next page", async () => {
    const [browser, server] = [aBrowser(), aServer()];
    const page = aPage(browser, server);
    page.edit("words");
    await settle();
    page.discard();
    await settle();
    expect(server.draft).toBeNull();
    expect(page.state()).toMatchObject({ content: "", discarded: "words" });
    const next = aPage(browser, server);
    expect(next.state()).toMatchObject({ content: "", discarded: "words" });
    next.takeBack();
    await settle();
    expect(next.state()).toMatchObject({ content: "words", discarded: null });
    expect(server.draft?.content).toBe("words");
  });

  it("holds though the server could not be told at once", async () => {
    const [browser, server] = [aBrowser(), aServer()];
    const page = aPage(browser, server);
    page.edit("words");
    await settle();
    server.failure = unreachable;
    page.discard();
    await settle();
    server.failure = null;
    const next = aPage(browser, server);
    expect(next.state().content).toBe("");
    await settle();
    expect(server.draft).toBeNull();
  });
});

describe("recording", () => {
  it("leaves no draft in either place", async () => {
    const [browser, server] = [aBrowser(), aServer()];
    const page = aPage(browser, server);
    page.edit("words");
    await page.finish();
    page.edit("a late key");
    await settle();
    expect(browser.all.size).toBe(0);
    expect(server.draft).toBeNull();
  });

  it("keeps a version of another device that nobody has decided on", async () => {
    const [here, server] = [aBrowser(), aServer()];
    const page = aPage(here, server);
    const elsewhere = aPage(aBrowser(), server);
    elsewhere.edit("there");
    await settle();
    page.edit("here");
    await settle();
    await page.finish();
    expect(server.draft?.content).toBe("there");
  });
});
