import type { Day } from "@readout/core/time";
import { expect, test } from "vitest";
import { deskSentence } from "./sentence.ts";

const none = { drafts: 0, waiting: 0, own: 0, due: { items: [], nextCursor: null, nextDueOn: null } };

test("what waits is said in one sentence, and what does not is left out", () => {
  expect(deskSentence({ ...none, drafts: 1, waiting: 3, due: { ...none.due, items: { length: 13 } } })).toBe(
    "1 draft of yours is kept, 3 proposals wait and 13 items are due for a look.",
  );
  expect(deskSentence({ ...none, own: 2 })).toBe("2 proposals of yours wait for somebody else.");
  expect(deskSentence({ ...none, due: { items: { length: 200 }, nextCursor: "x", nextDueOn: null } })).toBe(
    "More than 200 items are due for a look.",
  );
});

test("where nothing waits, the next look is named", () => {
  expect(deskSentence({ ...none, due: { ...none.due, nextDueOn: "2027-01-03" as Day } })).toBe(
    "Nothing waits for you. Next look due on 3 January 2027.",
  );
  expect(deskSentence(none)).toBe("Nothing waits for you.");
});
