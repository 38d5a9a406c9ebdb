import { EditItem, type ItemDetail, OpenItem } from "@readout/core/item";
import type { Day } from "@readout/core/time";
import { describe, expect, it } from "vitest";
import { blankItem, framingOf, readFraming, readNewItem } from "./item-values.ts";

const today = "2026-11-21" as Day;
const item = {
  id: "an-item",
  version: 3,
  title: "An item",
  question: "Will it?",
  resolutionCriteria: "When it does.",
  statusSubject: "the talks",
  ownerSide: null,
  tags: ["nuclear", "arms-control"],
  opened: "2017-07",
  whyOpen: null,
  reviewEveryDays: 90,
  actors: [{ id: "united-states" }, { id: "russia" }],
  links: [
    { type: "depends-on", direction: "to", itemId: "another" },
    { type: "blocks", direction: "from", itemId: "a-third" },
  ],
} as unknown as ItemDetail;

describe("the form of an item", () => {
  it("holds what is the item's own: not the links by which others name it", () => {
    const { values, version } = framingOf(item);
    expect(version).toBe(3);
    expect(values.links).toEqual([{ type: "depends-on", itemId: "another" }]);
    expect(values.parties).toEqual([{ actorId: "united-states" }, { actorId: "russia" }]);
    expect(values.tags).toBe("nuclear, arms-control");
  });

  it("edits what was changed and nothing else", () => {
    const { values, version } = framingOf(item);
    const changed = ["opened", "tags", "statusSubject"];
    const typed = { ...values, opened: "", tags: "nuclear", statusSubject: " ", question: "not named as changed" };
    const { command, faults } = readFraming(typed, { id: item.id, version, changed, today });
    expect(faults).toEqual([]);
    expect(command).toEqual({
      id: "an-item",
      version: 3,
      opened: null,
      tags: ["nuclear"],
      statusSubject: "the matter",
    });
    expect(EditItem.safeParse(command).success).toBe(true);
  });

  it("opens an item with dates as people write them", () => {
    const { command, faults } = readNewItem(
      {
        ...blankItem,
        id: "new-one",
        title: "New one",
        question: "Will it?",
        resolutionCriteria: "When it does.",
        milestones: [{ date: "5 February 2027", kind: "deadline", what: "answer due" }],
      },
      today,
    );
    expect(faults).toEqual([]);
    expect(OpenItem.parse(command)).toMatchObject({
      statusSubject: "the matter",
      reviewEveryDays: 180,
      milestones: [{ date: "2027-02-05", kind: "deadline", what: "answer due" }],
    });
  });
});
