import { boundsOf } from "@readout/core/edtf";
import type { Reliability } from "@readout/core/evidence";
import type { Day } from "@readout/core/time";

/** What a page needs of a source to cite it. */
export type CitedSource = {
  id: string;
  publisher: string;
  title: string;
  published: string;
  language: string;
  reliability: Reliability;
  origin: string;
  /** Whether it had appeared by the day shown; before that it has no page to link to. */
  open: boolean;
};

/** The sources that a ledger cites, by id, and the names of origins that are sources themselves. */
export type Cited = { sources: ReadonlyMap<string, CitedSource>; originNames: ReadonlyMap<string, string> };

/** Whether a source had appeared by a day. */
export const hadAppeared = (published: string, on: Day): boolean => {
  const { latest } = boundsOf(published);
  return latest === null || latest <= on;
};
