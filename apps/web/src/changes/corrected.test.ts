import type { Basis } from "@readout/core/as-of";
import { diffOf, type ItemDiff } from "@readout/core/diff";
import { lagWords, newStatusEntries } from "@readout/core/diff-words";
import { exampleLedger } from "@readout/core/example";
import type { Day } from "@readout/core/time";
import { visibleEntries } from "@readout/core/visible";
import { expect, it } from "vitest";
import { correctedNews, hasCorrected } from "./corrected.ts";

/** The news between two days as the page shows it; entry 3 has the wrong month until entry 5 corrects it. */
function news(from: string, to: string, basis: Basis) {
  const asOf = { knownOn: to as Day, validOn: to as Day, basis };
  const item = {
    id: "ferry-treaty",
    title: "The ferry treaty",
    ...diffOf(exampleLedger, from as Day, to as Day, basis),
  };
  return { item: item as ItemDiff, shown: correctedNews(item as ItemDiff, visibleEntries(exampleLedger, asOf)) };
}

const original = exampleLedger.find(({ seq }) => seq === 3)!;
const correction = exampleLedger.find(({ seq }) => seq === 5)!;

it("says what was corrected in its corrected form, also on the days before the correction", () => {
  const { item, shown } = news("2030-06-01", "2030-06-30", "reported");
  expect(hasCorrected(item)).toBe(true);
  const [third] = newStatusEntries(shown);
  expect(third).toMatchObject({ seq: 3, hash: original.hash, correctedBy: 5 });
  for (const field of ["summary", "effective", "reported", "evidence"] as const)
    expect(third).toHaveProperty(field, (correction as Record<string, unknown>)[field]);
  expect(lagWords(third!)).not.toBe(lagWords(original as typeof third & object));
});

it("leaves it as it was recorded where the correction was still to come", () => {
  const { item, shown } = news("2030-07-01", "2030-08-31", "recorded");
  expect(newStatusEntries(item).map(({ seq }) => seq)).toContain(3);
  expect(hasCorrected(item)).toBe(false);
  expect(shown.entries).toEqual(item.entries);
});
