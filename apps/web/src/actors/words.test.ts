import type { ActorDetail, ActorSummary } from "@readout/core/actor";
import type { Day } from "@readout/core/time";
import { describe, expect, it } from "vitest";
import { actorSentence, actorsSentence, attestedWords, officeInShort } from "./words.ts";

const office = (name: string, attested: string, attestedThen: boolean) =>
  ({
    office: name,
    organisation: null,
    state: null,
    attested,
    note: null,
    attestedThen,
  }) as ActorSummary["offices"][number];
const of = (...types: string[]) => types.map((type) => ({ type }) as ActorSummary);

describe("an office", () => {
  const minister = office("Minister of Foreign Affairs", "2017-08/2018-07", false);
  it("is shown with the time it is attested for, and as not attested then outside it", () => {
    expect(attestedWords(minister, "2026-11-21" as Day)).toBe(
      "attested August 2017 to July 2018, not attested then, on 21 November 2026",
    );
    expect(attestedWords({ ...minister, attestedThen: true }, "2017-08-07" as Day)).toBe(
      "attested August 2017 to July 2018",
    );
  });
  it("in one line is the one attested then, else the last one, marked so", () => {
    expect(officeInShort({ offices: [office("expert", "2017-08", true), minister] })).toBe("expert");
    expect(officeInShort({ offices: [office("expert", "2017-08", false), minister] })).toBe(
      "Minister of Foreign Affairs, not attested then",
    );
    expect(officeInShort({ offices: [] })).toBeNull();
  });
});

describe("actorSentence", () => {
  const actor = (items: number, views: number, passages: string[]) =>
    ({
      name: "Sergey Lavrov",
      items: Array.from({ length: items }),
      views: Array.from({ length: views }),
      seenIn: passages.map((sourceId) => ({ sourceId })),
    }) as unknown as ActorDetail;
  it("says what the record holds, and counts a source once", () => {
    expect(actorSentence(actor(2, 3, ["a", "b", "a"]))).toBe(
      "Sergey Lavrov is party to 2 items, expressed 3 views and is named in 2 sources.",
    );
    expect(actorSentence(actor(0, 0, ["a"]))).toBe("Sergey Lavrov is named in 1 source.");
    expect(actorSentence(actor(0, 0, []))).toBe(
      "Sergey Lavrov stands in no item, view or passage that was known by this day.",
    );
  });
});

describe("actorsSentence", () => {
  it("counts people, states and the rest, and claims no total it did not count", () => {
    expect(actorsSentence(of("person", "unnamed-person", "state", "media"), true)).toBe(
      "The record names 4 actors: 2 people, 1 state and 1 body or group.",
    );
    expect(actorsSentence(of("person"), false)).toBe("The record names more than 1 actor.");
    expect(actorsSentence([], true)).toBe("The record names nobody.");
  });
});
