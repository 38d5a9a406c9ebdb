import { isoText } from "../db/transaction.ts";

const recorded = (e: string) => `'itemId', ${e}.item_id, 'seq', ${e}.seq, 'kind', ${e}.kind, 'ref', ${e}.ref, \
'recorded', ${isoText(`${e}.recorded`)}, 'author', ${e}.author, 'approver', ${e}.approver, 'v', ${e}.v, \
'previousHash', ${e}.previous_hash, 'hash', ${e}.hash`;

const citation = `'sourceId', v.source_id, 'paragraphs', v.paragraphs, 'stance', v.stance, 'credibility', v.credibility, \
'says', v.says, 'origins', v.origins, 'keywords', v.keywords`;

const evidence = (
  e: string,
) => `(SELECT coalesce(json_agg(CASE WHEN v.quote IS NULL THEN json_build_object(${citation}) \
ELSE json_build_object(${citation}, 'quote', v.quote) END ORDER BY v.ordinal), '[]') FROM evidence v WHERE v.item_id = ${e}.item_id AND v.seq = ${e}.seq)`;

const content = (e: string) => `'status', ${e}.status, 'effective', ${e}.effective, 'reported', ${e}.reported, \
'summary', ${e}.summary, 'noEvidence', ${e}.no_evidence, 'answer', ${e}.answer, 'evidence', ${evidence(e)}`;

/**
 * A row of `entry` as the JSON of an entry, evidence and marks included.
 *
 * @param e       alias of the row
 * @param applies condition on a later entry `c` for its mark to be shown, as in `c.recorded <= $3`
 */
export const entryJson = (e: string, applies: string): string => {
  const marks = `'correctedBy', (SELECT max(c.seq) FROM entry c WHERE c.item_id = ${e}.item_id AND c.corrects = ${e}.seq AND ${applies}), \
'retractedBy', (SELECT c.seq FROM entry c WHERE c.item_id = ${e}.item_id AND c.retracts = ${e}.seq AND ${applies})`;
  return `CASE ${e}.kind \
WHEN 'review' THEN json_build_object(${recorded(e)}, 'lookedOn', ${e}.looked_on, 'note', ${e}.note, ${marks}) \
WHEN 'correction' THEN json_build_object(${recorded(e)}, 'corrects', ${e}.corrects, 'reason', ${e}.reason, ${content(e)}, \
'lookedOn', ${e}.looked_on, 'note', ${e}.note) \
WHEN 'retraction' THEN json_build_object(${recorded(e)}, 'retracts', ${e}.retracts, 'reason', ${e}.reason) \
ELSE json_build_object(${recorded(e)}, ${content(e)}, 'reason', ${e}.reason, 'background', ${e}.background, \
'effectiveBasis', ${e}.effective_basis, ${marks}) END`;
};
