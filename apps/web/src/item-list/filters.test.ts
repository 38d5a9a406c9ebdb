import { filterWords, statusesInWords } from "@readout/core/item-filters";
import { describe, expect, it } from "vitest";
import { isNarrowed, itemListHref, listHrefOn, parseItemList, withoutFilter } from "./filters.ts";

const parse = (text: string) => parseItemList(Object.fromEntries(new URLSearchParams(text)));

describe("the filters of the list", () => {
  it("are read from the address and written back to the same one", () => {
    const href =
      "/items?phase=open&status=stalled%2Csuspended&owner=us&tag=arms-control&actor=us&q=New+START&sort=moved";
    const { filters, sort, cursor } = parse(href.split("?")[1] ?? "");
    expect(filters).toEqual({
      phase: "open",
      status: ["stalled", "suspended"],
      owner: "us",
      tag: "arms-control",
      actor: "us",
      q: "New START",
    });
    expect([sort, cursor]).toEqual(["moved", null]);
    expect(itemListHref(filters, sort)).toBe(href);
  });

  it.each(["q=++", "colour=green", "status=", "status=,", "phase="])("%s says nothing and is passed over", (text) => {
    expect(parse(text)).toEqual({ filters: {}, sort: "place", cursor: null });
  });

  it.each([
    ["phase=ajar", "phase “ajar”"],
    ["status=wobbling", "status “wobbling”"],
    ["owner=mars", "owner “mars”"],
    ["tag=%21", "tag “!”"],
    ["actor=UPPER", "actor “UPPER”"],
    ["sort=sideways", "sort “sideways”"],
  ])("%s is left out and named", (text, words) => {
    expect(parse(text)).toEqual({ filters: {}, sort: "place", cursor: null, unknown: [words] });
  });

  it("keep the statuses that exist, and name the others", () => {
    const { filters, unknown } = parse("status=stalled,wobbling,stalled&phase=open");
    expect(filters).toEqual({ status: ["stalled"], phase: "open" });
    expect(unknown).toEqual(["status “wobbling”"]);
  });

  it("lead on the first page to the list there, and from it to the whole list", () => {
    const { filters } = parse("phase=open");
    expect(listHrefOn("/")(filters, "due")).toBe("/?phase=open&sort=due#rest");
    expect(listHrefOn("/")({})).toBe("/#rest");
    expect(listHrefOn("/items")(filters, "due")).toBe("/items?phase=open&sort=due");
  });

  it("narrow the list, as an order does", () => {
    expect(["", "phase=open", "sort=due", "sort=place&colour=green"].map((text) => isNarrowed(parse(text)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("are words, each of which can be taken away", () => {
    const { filters } = parse("phase=open&status=stalled,suspended&actor=us&q=START");
    expect(filterWords(filters, "United States").map(({ words }) => words)).toEqual([
      "open",
      "in trouble",
      "with United States",
      "with “START” in the title",
    ]);
    expect(itemListHref(withoutFilter(filters, "status"))).toBe("/items?phase=open&actor=us&q=START");
  });
});

it("a whole family goes by its name, a choice from it by its words", () => {
  expect(statusesInWords(["suspended", "stalled"])).toBe("in trouble");
  expect(statusesInWords(["agreed-in-principle", "scheduled"])).toBe("agreed in principle or scheduled");
});
