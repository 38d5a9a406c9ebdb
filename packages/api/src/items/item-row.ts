import type { ItemRow } from "@readout/core/item";
import type { NextStatus } from "@readout/core/reading";
import type { Day } from "@readout/core/time";

/** An item with its reading as a list asks for it. PostgreSQL takes longer to write JSON than we take to read rows. */
export interface ListedRow {
  id: string;
  position: number;
  title: string;
  question: string;
  status_subject: string;
  tags: string[];
  main: boolean;
  owner_side: string | null;
  review_every_days: number;
  phase: string | null;
  status: string | null;
  entry_seq: number | null;
  since: string | null;
  since_day: Day | null;
  /** This and the two below are null where nothing was known. */
  alternatives: string[] | null;
  next: NextStatus | null;
  origins: number | null;
  last_reviewed: Day | null;
  /** The day the list is sorted by, where that is another than of these. */
  sort_day?: Day | null;
}

/**
 * The `select` of {@link ListedRow}, from `item i`.
 *
 * @param reading  alias of the row that holds the columns of a reading
 * @param reviewed the day somebody last looked
 */
export const listedColumns = (reading: string, reviewed: string): string =>
  `i.id, i.position, i.title, i.question, i.status_subject, i.tags, i.main, i.owner_side, i.review_every_days, \
${reading}.phase, ${reading}.status, ${reading}.entry_seq, ${reading}.since, ${reading}.since_day, ${reading}.alternatives, \
${reading}.next, ${reading}.origins, ${reviewed} AS last_reviewed`;

export const itemOf = (row: ListedRow): ItemRow =>
  ({
    id: row.id,
    title: row.title,
    question: row.question,
    statusSubject: row.status_subject,
    tags: row.tags,
    main: row.main,
    ownerSide: row.owner_side,
    reviewEveryDays: row.review_every_days,
    phase: row.phase,
    reading: {
      status: row.status,
      entrySeq: row.entry_seq,
      since: row.since,
      alternatives: row.alternatives ?? [],
      next: row.next,
      origins: row.origins ?? 0,
      lastReviewed: row.last_reviewed,
    },
  }) as ItemRow;
