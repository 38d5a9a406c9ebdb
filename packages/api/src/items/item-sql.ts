import { readingJson } from "./reading-sql.ts";

/**
 * The item `i` as JSON, with its reading.
 *
 * @param reading  alias of the row that holds the columns of a reading
 * @param reviewed the day somebody last looked
 * @param more     further pairs for the object
 */
export const itemJson = (reading: string, reviewed: string, more?: string): string =>
  `json_build_object('id', i.id, 'title', i.title, 'question', i.question, 'statusSubject', i.status_subject, \
'tags', i.tags, 'main', i.main, 'ownerSide', i.owner_side, 'reviewEveryDays', i.review_every_days, \
'phase', ${reading}.phase, 'reading', ${readingJson(reading, reviewed)}${more === undefined ? "" : `, ${more}`})`;
