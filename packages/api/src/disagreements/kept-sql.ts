import { isoText } from "../db/transaction.ts";

// One that had not been out for all of its date when it was recorded counts as published on that day, as everywhere.
const publishedLatest = "least(z.published_latest, (z.recorded_at AT TIME ZONE 'UTC')::date)";

const citations = `(SELECT coalesce(json_agg(json_build_object('sourceId', c.source_id, 'publisher', z.publisher, 'paragraphs', c.paragraphs,
    'says', c.says, 'keywords', c.keywords, 'publishedLatest', ${publishedLatest}) ORDER BY c.ordinal), '[]')
  FROM disagreement_citation c JOIN source z ON z.id = c.source_id WHERE c.disagreement_id = s.disagreement_id AND c.side = s.ordinal)`;

/** The disagreement `d` as JSON of a KeptDisagreement. */
export const keptDisagreementJson = `json_build_object('id', d.id, 'version', d.version, 'type', d.type, 'summary', d.summary, 'verdict', d.verdict,
  'assessment', d.assessment, 'recordedAt', ${isoText("d.recorded_at")}, 'decidedAt', ${isoText("coalesce(d.decided_at, d.recorded_at)")},
  'itemIds', (SELECT json_agg(x.item_id ORDER BY x.ordinal) FROM disagreement_item x WHERE x.disagreement_id = d.id),
  'sides', (SELECT coalesce(json_agg(json_build_object('claim', s.claim, 'citations', ${citations},
      'recordedAt', ${isoText("coalesce(s.recorded_at, d.recorded_at)")}) ORDER BY s.ordinal), '[]')
    FROM disagreement_side s WHERE s.disagreement_id = d.id),
  'outside', (SELECT coalesce(json_agg(json_build_object('sourceId', o.source_id, 'title', z.title, 'publisher', z.publisher,
      'published', z.published, 'says', o.says, 'origins', o.origins, 'publishedLatest', ${publishedLatest}) ORDER BY o.ordinal), '[]')
    FROM disagreement_outside o JOIN source z ON z.id = o.source_id WHERE o.disagreement_id = d.id))`;
