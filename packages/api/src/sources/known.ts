import { type AsOf, type Basis, knownDayOf, knownInstantOf } from "@readout/core/as-of";
import type { Day, Instant } from "@readout/core/time";

/**
 * SQL for whether a source was known: published by then, or recorded by then. One whose date had not ended when it was
 * recorded counts as published on that day, as a report does.
 *
 * @param source  alias of the row
 * @param known   stands for the value of {@link sourceKnownBy}
 */
export const isSourceKnown = (source: string, basis: Basis, known: string): string =>
  basis === "reported"
    ? `(${source}.published_latest <= ${known}::date OR (${source}.recorded_at AT TIME ZONE 'UTC')::date <= ${known}::date)`
    : `${source}.recorded_at <= ${known}::timestamptz`;

/** The value that {@link isSourceKnown} compares with. */
export const sourceKnownBy = (asOf: AsOf): Day | Instant =>
  asOf.basis === "reported" ? knownDayOf(asOf) : knownInstantOf(asOf);
