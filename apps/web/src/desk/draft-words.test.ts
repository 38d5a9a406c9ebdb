import { expect, test } from "vitest";
import { draftPlaceWords } from "./draft-words.ts";

test.each([
  ["record:bridge", "/desk/items/bridge/record", "recording an entry", "bridge"],
  ["correct:bridge:4", "/desk/items/bridge/record?corrects=4", "correcting entry 4", "bridge"],
  ["retract:bridge:4", "/desk/items/bridge/record?retracts=4", "retracting entry 4", "bridge"],
  ["item:bridge", "/desk/items/bridge", "editing the item", "bridge"],
  ["item:new", "/desk/items/new", "opening an item", undefined],
  ["source:tass-2017", "/desk/sources/tass-2017", "editing the source", "tass-2017"],
  ["milestone:bridge:new", "/desk/items/bridge", "adding a date", "bridge"],
  ["milestone:bridge:2", "/desk/items/bridge#date-2", "editing a date", "bridge"],
  ["verdict:bridge:2", "/desk/items/bridge?decide=2#date-2", "deciding what became of a date", "bridge"],
  ["disagreement:new:bridge", "/desk/disagreements/new?item=bridge", "noting a disagreement", "bridge"],
  ["disagreement:new", "/desk/disagreements/new", "noting a disagreement", undefined],
])("the draft of %s is taken up at %s", (place, href, what, id) => {
  const words = draftPlaceWords(place);
  expect(words).toMatchObject({ href, what });
  expect(words?.subject?.id).toBe(id);
});

test("a place that no page here knows leads nowhere", () => {
  expect(["notes", "record", "record:", "tostring:x", "constructor:x"].map(draftPlaceWords)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});
