import { OpenItem } from "@readout/core/item";
import { describe, expect, it } from "vitest";
import { commandResolver, faultsOf, faultsToShow, fieldOf, messageAt } from "./fault.ts";

const whole = { id: "an-item", title: "An item", question: "Will it?", resolutionCriteria: "When it does." };
const resolve = (command: Record<string, unknown>, faults: { path: string; message: string }[] = []) =>
  commandResolver(() => ({ command, faults }), OpenItem)({}, undefined, {
    fields: {},
    names: ["links.0.itemId"],
  } as never);

describe("a form checked by the schema of its command", () => {
  it("gives the command where nothing is wrong", async () => {
    expect(await resolve(whole)).toMatchObject({ values: { title: "An item", reviewEveryDays: 180 }, errors: {} });
  });

  it("finds every fault at its path, rows included", async () => {
    const { errors } = await resolve({ ...whole, title: " ", links: [{ type: "blocks", itemId: "Not one" }] });
    expect(faultsOf(errors).map(({ path }) => path)).toEqual(["title", "links.0.itemId"]);
  });

  it("finds what is wrong with a list as a whole", async () => {
    const { errors } = await resolve({ ...whole, links: "none" });
    expect(faultsOf(errors).map(({ path }) => path)).toEqual(["links"]);
  });

  it("says what could not be read in the reader's words alone, and the rest with it", async () => {
    const { errors } = await resolve({ ...whole, opened: undefined, title: "" }, [
      { path: "opened", message: "not read as a date" },
    ]);
    expect(faultsOf(errors)).toEqual([
      { path: "opened", message: "not read as a date" },
      { path: "title", message: expect.any(String) },
    ]);
  });
});

describe("a fault", () => {
  const faults = [{ path: "tags.2", message: "a tag is ..." }];
  it("of a part without a field of its own is shown at the field around it", () => {
    expect(messageAt(faults, "tags")).toBe("a tag is ...");
    expect(messageAt(faults, "tag")).toBeUndefined();
    expect(fieldOf(faults[0] as never, ["title", "tags"])).toBe("tags");
    expect(fieldOf({ path: "links.1.itemId", message: "" }, ["links", "links.1.itemId"])).toBe("links.1.itemId");
    expect(fieldOf({ path: "version", message: "" }, ["title"])).toBeNull();
  });

  it("of a row that was added after the form was refused waits for the next time", () => {
    const standing = new Map(["milestones", "milestones.0.date", "milestones.1.date"].map((name) => [name, name]));
    const checked = new Set(["milestones", "milestones.0.date"]);
    const all = ["milestones", "milestones.0.date", "milestones.1.date", "version"].map((path) => ({
      path,
      message: "",
    }));
    expect(faultsToShow(all, standing, checked).map(({ path }) => path)).toEqual([
      "milestones",
      "milestones.0.date",
      "version",
    ]);
    expect(faultsToShow(all, standing, new Set(standing.keys()))).toEqual(all);
  });
});
