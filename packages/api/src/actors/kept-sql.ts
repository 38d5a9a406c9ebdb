import { isoText } from "../db/transaction.ts";

/** The actor `a` as JSON of a KeptActor. */
export const keptActorJson = `json_build_object('id', a.id, 'name', a.name, 'type', a.type, 'state', a.state,
  'offices', (SELECT coalesce(json_agg(json_build_object('office', o.office, 'organisation', o.organisation, 'state', o.state,
      'attested', o.attested, 'note', o.note, 'recordedAt', ${isoText("coalesce(o.recorded_at, a.recorded_at)")}) ORDER BY o.ordinal), '[]') FROM office o WHERE o.actor_id = a.id))`;
