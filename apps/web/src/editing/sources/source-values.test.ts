import { AddSource, EditSource, type SourceDetail } from "@readout/core/source";
import type { Day } from "@readout/core/time";
import { describe, expect, it } from "vitest";
import { lineageRowWords } from "./lineage-row-words.ts";
import { blankLineage, blankSource, readNewSource, readSource, sourceValuesOf } from "./source-values.ts";

const today = "2026-11-21" as Day;
const source = {
  id: "a-site",
  version: 2,
  title: "A page",
  publisher: "A site",
  author: null,
  language: "en",
  published: "2017-08-06",
  kind: null,
  reliability: "D",
  reliabilityReason: null,
  url: null,
  lineage: [
    {
      paragraphs: [5, 6, 7, 9],
      derivedFrom: "wire",
      derivedFromTitle: "Wire report",
      manner: "near-verbatim",
      attributed: "none",
      basis: "in-text",
      note: null,
    },
  ],
} as unknown as SourceDetail;

describe("the form of a source", () => {
  it("holds the paragraphs of its lineage as they are typed, and gives them back as numbers", () => {
    const { values, version } = sourceValuesOf(source);
    expect(values.lineage[0]?.paragraphs).toBe("5-7, 9");
    const typed = { ...values, lineage: [{ ...values.lineage[0]!, paragraphs: "5-7" }] };
    const { command, faults } = readSource(typed, { id: "a-site", version, changed: ["lineage"], today });
    expect(faults).toEqual([]);
    expect(EditSource.parse(command)).toEqual({
      id: "a-site",
      version: 2,
      lineage: [
        {
          paragraphs: [5, 6, 7],
          derivedFrom: "wire",
          manner: "near-verbatim",
          attributed: "none",
          basis: "in-text",
          note: null,
        },
      ],
    });
  });

  it("notes at its row what is missing or cannot be read", () => {
    const chosen = { ...blankLineage, manner: "near-verbatim", attributed: "full", basis: "in-text" } as const;
    const lineage = [chosen, { ...chosen, derivedFrom: "wire", paragraphs: "all" }];
    const { faults } = readNewSource({ ...blankSource, published: "6 Aug 2017", lineage }, today);
    expect(faults.map(({ path }) => path)).toEqual(["lineage.0.derivedFrom", "lineage.1.paragraphs"]);
  });

  it("says nothing of a passage that nobody has chosen, neither manner nor credit nor how we know", () => {
    const lineage = [{ ...blankLineage, derivedFrom: "wire" }];
    const read = readNewSource({ ...blankSource, published: "6 Aug 2017", lineage }, today);
    const paths = ["lineage.0.manner", "lineage.0.attributed", "lineage.0.basis"];
    expect(read.faults.map(({ path }) => path)).toEqual(paths);
    expect(AddSource.safeParse(read.command).success).toBe(false);
    expect(lineageRowWords(lineage[0]!, [{ id: "wire", name: "Wire report" }])).toBe("all of it repeats Wire report");
  });

  it("adds a source whose paragraphs are not numbered where no number was typed", () => {
    const typed = { ...blankSource, id: "new", title: "T", publisher: "P", published: "6 Aug 2017" };
    expect(AddSource.parse(readNewSource(typed, today).command)).toMatchObject({
      published: "2017-08-06",
      paragraphCount: null,
      reliability: "F",
    });
    expect(AddSource.parse(readNewSource({ ...typed, paragraphCount: "18" }, today).command).paragraphCount).toBe(18);
  });
});
