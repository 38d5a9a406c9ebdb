import type { Instant } from "@readout/core/time";
import { describe, expect, it } from "vitest";
import { reconcile, type ServerDraft, type Slot } from "./reconcile.ts";

const early = "2026-11-21T10:00:00.000Z" as Instant;
const late = "2026-11-21T11:00:00.000Z" as Instant;
const slot = (id: string, content: string, fields: Partial<Slot<string>> = {}): Slot<string> => ({
  id,
  content,
  editedAt: Number(id.replace(/\D/g, "")),
  basedOn: null,
  isSaved: false,
  ...fields,
});
const server = (content: string, savedAt: Instant = early): ServerDraft<string> => ({ content, savedAt });
const isSame = (a: string, b: string) => a === b;

/** Contents only: what is gone on with, and what is offered beside it. */
function decided(slots: Slot<string>[], kept: ServerDraft<string> | null) {
  const { adopted, others, redundant, basedOn } = reconcile(slots, kept, isSame);
  return { adopted: adopted?.content ?? null, others: others.map(({ content }) => content), redundant, basedOn };
}

describe("what to go on with", () => {
  it("is nothing where nothing was kept", () => {
    expect(decided([], null)).toEqual({ adopted: null, others: [], redundant: [], basedOn: null });
  });

  it("is what this browser kept, where the server never had it", () => {
    expect(decided([slot("s1", "mine")], null)).toMatchObject({ adopted: "mine", others: [] });
  });

  it("is what the server keeps, in another browser", () => {
    expect(decided([], server("theirs"))).toMatchObject({ adopted: "theirs", others: [], basedOn: early });
  });

  it("is the later words here, where they grew from what the server has", () => {
    expect(decided([slot("s1", "more words", { basedOn: early })], server("words"))).toMatchObject({
      adopted: "more words",
      others: [],
      basedOn: early,
    });
  });

  it("is the server's, where this browser's words had all reached it and another device went on", () => {
    const here = slot("s1", "words", { basedOn: early, isSaved: true });
    expect(decided([here], server("words and more", late))).toEqual({
      adopted: "words and more",
      others: [],
      redundant: ["s1"],
      basedOn: late,
    });
  });

  it("is both, side by side, where both went on from the same words", () => {
    const here = slot("s1", "words of here", { basedOn: early });
    expect(decided([here], server("words of there", late))).toMatchObject({
      adopted: "words of there",
      others: ["words of here"],
      redundant: [],
    });
  });

  it("is both where each began without the other", () => {
    expect(decided([slot("s1", "here")], server("there"))).toMatchObject({ adopted: "there", others: ["here"] });
  });

  it("is nothing where what had been saved was recorded or discarded elsewhere", () => {
    expect(decided([slot("s1", "done", { basedOn: early, isSaved: true })], null)).toMatchObject({
      adopted: null,
      redundant: ["s1"],
    });
  });

  it("is what was written here afterwards, though the rest was discarded elsewhere", () => {
    expect(decided([slot("s1", "newer", { basedOn: early })], null)).toMatchObject({ adopted: "newer", others: [] });
  });
});

describe("two tabs of one browser", () => {
  it("keep both their words, the newer ones first", () => {
    expect(decided([slot("s1", "old tab"), slot("s2", "new tab")], null)).toMatchObject({
      adopted: "new tab",
      others: ["old tab"],
    });
  });

  it("with the same words are one", () => {
    expect(decided([slot("s1", "same"), slot("s2", "same")], null)).toMatchObject({
      adopted: "same",
      others: [],
      redundant: ["s1"],
    });
  });

  it("need no choice where the server holds the same words", () => {
    expect(decided([slot("s1", "same", { basedOn: early })], server("same", late))).toMatchObject({
      adopted: "same",
      others: [],
      redundant: ["s1"],
      basedOn: late,
    });
  });
});

it("no version is lost: each is gone on with, offered, or held by one that is", () => {
  const contents = ["a", "b"];
  const stamps = [null, early, late];
  const kept = [null, server("a", early), server("b", late)];
  const slots = contents.flatMap((content) =>
    stamps.flatMap((basedOn) => [false, true].map((isSaved) => ({ content, basedOn, isSaved }))),
  );
  for (const one of slots)
    for (const two of slots)
      for (const there of kept) {
        const given = [slot("s1", one.content, one), slot("s2", two.content, two)];
        const { adopted, others, redundant } = decided(given, there);
        const held = [adopted, ...others];
        for (const { id, content, isSaved } of given) {
          const isHeld = held.includes(content) || (redundant.includes(id) && (isSaved || content === there?.content));
          expect(isHeld, JSON.stringify({ given, there })).toBe(true);
        }
        if (there !== null && !held.includes(there.content))
          expect(given.some(({ basedOn, isSaved }) => basedOn === there.savedAt && !isSaved)).toBe(true);
      }
});
