import { isoText } from "../db/transaction.ts";

const views = `(SELECT coalesce(json_agg(json_build_object(
    'who', json_build_object('id', coalesce(v.actor_id, v.source_id), 'name', coalesce(a.name, s.publisher), 'isActor', v.actor_id IS NOT NULL),
    'leaning', v.leaning, 'says', v.says,
    'citations', (SELECT coalesce(json_agg(json_build_object('sourceId', y.source_id, 'publisher', z.publisher, 'paragraphs', y.paragraphs,
        'keywords', y.keywords, 'publishedLatest', z.published_latest) ORDER BY y.ordinal), '[]')
      FROM view_citation y JOIN source z ON z.id = y.source_id
      WHERE y.item_id = v.item_id AND y.scenario_id = v.scenario_id AND y.view = v.ordinal)) ORDER BY v.ordinal), '[]')
  FROM scenario_view v LEFT JOIN actor a ON a.id = v.actor_id LEFT JOIN source s ON s.id = v.source_id
  WHERE v.item_id = c.item_id AND v.scenario_id = c.id)`;

const scenarios = `(SELECT coalesce(json_agg(json_build_object('id', c.id, 'title', c.title, 'outcome', c.outcome, 'criteria', c.criteria,
    'indicators', (SELECT coalesce(json_agg(json_build_object('number', n.number, 'text', n.text) ORDER BY n.number), '[]')
      FROM scenario_indicator n WHERE n.item_id = c.item_id AND n.scenario_id = c.id),
    'views', ${views}) ORDER BY c.ordinal), '[]')
  FROM scenario c WHERE c.item_id = t.item_id)`;

/** The scenario set `t` of the item `i` as JSON of a KeptScenarioSet. */
export const keptSetJson = `json_build_object('id', t.item_id, 'itemId', t.item_id, 'itemTitle', i.title, 'question', i.question,
  'openedOn', t.opened_on, 'deadline', t.deadline, 'deadlineNote', t.deadline_note, 'recordedAt', ${isoText("t.recorded_at")},
  'scenarios', ${scenarios},
  'resolution', CASE WHEN t.resolved_as IS NOT NULL THEN json_build_object('scenarioId', t.resolved_as, 'date', t.resolved_on,
    'latest', t.resolved_on_latest, 'note', t.resolution_note,
    'entries', (SELECT coalesce(json_agg(json_build_object('itemId', e.item_id, 'seq', e.seq) ORDER BY e.ordinal), '[]')
      FROM resolution_entry e WHERE e.set_item_id = t.item_id)) END)`;
