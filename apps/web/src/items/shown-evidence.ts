import type { Evidence } from "@readout/core/evidence";
import type { StatusFact } from "@readout/core/visible";
import type { AsOfView } from "../as-of/search-params.ts";
import { hadAppeared } from "./cited.ts";

/** The day that a page shows as known, under which basis, and the day it is asked on. */
export type KnownAs = Pick<AsOfView, "basis" | "knownOn" | "today">;

/** When sources were published (EDTF), by id. */
type PublishedSources = ReadonlyMap<string, { published: string }>;

/**
 * The evidence of an entry that a page may show: on an earlier day without what was published later.
 *
 * An entry keeps all its evidence because of its hash, so the page leaves out. Under `recorded` all of it was there.
 *
 * @returns the same evidence, in order, where nothing is left out
 */
export function shownEvidence<E extends Pick<Evidence, "sourceId">>(
  evidence: readonly E[],
  sources: PublishedSources,
  { basis, knownOn, today }: KnownAs,
): readonly E[] {
  if (basis === "recorded" || knownOn >= today) return evidence;
  const shown = evidence.filter(({ sourceId }) => {
    const source = sources.get(sourceId);
    return source !== undefined && hadAppeared(source.published, knownOn);
  });
  return shown.length === evidence.length ? evidence : shown;
}

/** The facts of a run with {@link shownEvidence} alone; `whole` where nothing is left out of any. */
export function shownRun(
  run: readonly StatusFact[],
  sources: PublishedSources,
  known: KnownAs,
): { run: StatusFact[]; whole: boolean } {
  const shown = run.map((fact) => ({ ...fact, evidence: shownEvidence(fact.evidence, sources, known) }));
  return { run: shown, whole: shown.every(({ evidence }, i) => evidence === run[i]?.evidence) };
}
