import { AddDisagreement, type Disagreement, EditDisagreement } from "@readout/core/disagreement";
import type { Day } from "@readout/core/time";
import { describe, expect, it } from "vitest";
import {
  blankDisagreement,
  disagreementValuesOf,
  readDisagreement,
  readNewDisagreement,
} from "./disagreement-values.ts";

const today = "2026-11-21" as Day;
const citation = (sourceId: string) => ({ sourceId, paragraphs: [3, 4], says: "so many", keywords: ["more than 700"] });
const disagreement = {
  id: "how-many",
  version: 2,
  itemIds: ["an-item"],
  type: "figure",
  summary: "How many had to leave",
  sides: [
    { claim: "more than 700", citations: [{ ...citation("wire"), publisher: "Wire" }] },
    { claim: "755", citations: [{ ...citation("site"), publisher: "Site" }] },
  ],
  outside: [],
  verdict: null,
  assessment: null,
} as unknown as Disagreement;

describe("the form of a disagreement", () => {
  it("keeps what it does not show: key words come back as they were", () => {
    const { values, version } = disagreementValuesOf(disagreement);
    const { command, faults } = readDisagreement(values, { id: "how-many", version, changed: ["sides"], today });
    expect(faults).toEqual([]);
    expect(EditDisagreement.parse(command).sides).toEqual([
      { claim: "more than 700", citations: [citation("wire")] },
      { claim: "755", citations: [citation("site")] },
    ]);
  });

  it("begins with two sides about the item it came from, and says what each lacks", () => {
    const blank = blankDisagreement(["an-item"]);
    const { command, faults } = readNewDisagreement({ ...blank, id: "x", type: "figure" }, today);
    expect(command.itemIds).toEqual(["an-item"]);
    expect(faults.map(({ path }) => path)).toEqual(["sides.0.citations.0.sourceId", "sides.1.citations.0.sourceId"]);
    expect(AddDisagreement.safeParse(command).success).toBe(false);
  });

  it("lets somebody choose in what the sources disagree", () => {
    const { faults } = readNewDisagreement({ ...blankDisagreement([]), sides: [] }, today);
    expect(faults).toEqual([{ path: "type", message: "choose in what they disagree" }]);
  });

  it("takes a verdict back together with its assessment", () => {
    const { values, version } = disagreementValuesOf({ ...disagreement, verdict: "reconcilable", assessment: "both" });
    const typed = { ...values, verdict: "", assessment: "" } as const;
    const changed = ["verdict", "assessment"];
    expect(readDisagreement(typed, { id: "how-many", version, changed, today }).command).toEqual({
      id: "how-many",
      version: 2,
      verdict: null,
      assessment: null,
    });
  });
});
