import { createServer } from "node:http";
import pg from "pg";

/**
 * What Readout is measured against: the same questions answered by hand, with `pg`, `node:http` and nothing else. It checks
 * no input, knows no roles and makes no cursor; its answers are the same JSON otherwise.
 */

const { DATE } = pg.types.builtins;
const asText = (text: string) => text;
const pool = new pg.Pool({
  connectionString: process.argv[2]!,
  max: 10,
  options: "-c TimeZone=UTC -c jit=off",
  types: {
    getTypeParser: ((oid: number, format?: "text") =>
      oid === DATE ? asText : pg.types.getTypeParser(oid, format)) as never,
  },
});

type Row = Record<string, unknown>;
type AsOf = { knownOn: string; validOn: string; basis: string };

const today = () => new Date().toISOString().slice(0, 10);

function asOfOf(query: URLSearchParams): AsOf {
  const knownOn = query.get("knownOn") ?? today();
  return { knownOn, validOn: query.get("validOn") ?? knownOn, basis: query.get("basis") ?? "reported" };
}

const endOf = (day: string) => `${day}T23:59:59.999Z`;

const itemColumns = `i.id, i.title, i.question, i.status_subject, i.tags, i.main, i.owner_side, i.review_every_days`;
const readingColumns = (r: string) =>
  `${r}.status, ${r}.phase, ${r}.entry_seq, ${r}.since, ${r}.alternatives, ${r}.next, ${r}.origins`;

const readingOf = (row: Row) => ({
  status: row.status,
  entrySeq: row.entry_seq,
  since: row.since,
  alternatives: row.alternatives ?? [],
  next: row.next,
  origins: row.origins ?? 0,
  lastReviewed: row.last_reviewed,
});

const itemOf = (row: Row) => ({
  id: row.id,
  title: row.title,
  question: row.question,
  statusSubject: row.status_subject,
  tags: row.tags,
  main: row.main,
  ownerSide: row.owner_side,
  reviewEveryDays: row.review_every_days,
  phase: row.phase,
  reading: readingOf(row),
});

const rowsOf = async (name: string, text: string, values: unknown[]): Promise<Row[]> =>
  (await pool.query({ name, text, values })).rows;

/** The last look at an item: the last stretch that had begun, if it has not ended. */
const looked = (item: string, basis: string, instant: string) =>
  `LEFT JOIN LATERAL (SELECT last_reviewed FROM (SELECT known, last_reviewed FROM review_step p WHERE p.item_id = ${item}.id AND p.basis = ${basis}
     AND lower(p.known) <= ${instant}::timestamptz ORDER BY lower(p.known) DESC LIMIT 1) p WHERE p.known @> ${instant}::timestamptz) w ON true`;

/** The reading and the last look of an item, each in one probe. */
const probed = (item: string, basis: string, instant: string, validOn: string) =>
  `LEFT JOIN LATERAL (SELECT * FROM reading_span WHERE item_id = ${item}.id AND basis = ${basis} AND known @> ${instant}::timestamptz
     AND valid @> ${validOn}::date LIMIT 1) r ON true ${looked(item, basis, instant)}`;

async function list(query: URLSearchParams) {
  const asOf = asOfOf(query);
  const limit = Number(query.get("limit") ?? 50);
  const phase = query.get("phase");
  const rows = await (isToday(asOf)
    ? listToday(limit)
    : phase === null
      ? listPast(asOf, limit)
      : listPhase(asOf, phase, limit));
  return { items: rows.slice(0, limit).map(itemOf), nextCursor: rows.length > limit ? "more" : null, asOf };
}

const isToday = ({ knownOn, validOn }: AsOf) => knownOn === today() && validOn === knownOn;

const listToday = (limit: number) =>
  rowsOf(
    "list",
    `SELECT ${itemColumns}, ${readingColumns("i")}, i.last_reviewed FROM item i ORDER BY position, id LIMIT $1`,
    [limit + 1],
  );

const listPast = ({ knownOn, validOn, basis }: AsOf, limit: number) =>
  rowsOf(
    "list-past",
    `SELECT ${itemColumns}, ${readingColumns("r")}, w.last_reviewed FROM (SELECT * FROM item ORDER BY position, id LIMIT $1) i
     ${probed("i", "$2", "$3", "$4")} ORDER BY i.position, i.id`,
    [limit + 1, basis, endOf(knownOn), validOn],
  );

// Planned for its values: how many items are of a phase decides where to begin.
const listPhase = async ({ knownOn, validOn, basis }: AsOf, phase: string, limit: number): Promise<Row[]> =>
  (
    await pool.query(
      `SELECT ${itemColumns}, ${readingColumns("r")}, w.last_reviewed FROM (
         SELECT i.id AS item_id, s.id AS span FROM item i JOIN reading_span s ON s.item_id = i.id
         WHERE s.basis = $2 AND s.known @> $3::timestamptz AND s.valid @> $4::date AND s.phase = $5 ORDER BY i.position, i.id LIMIT $1) k
       JOIN item i ON i.id = k.item_id JOIN reading_span r ON r.id = k.span
       ${looked("i", "$2", "$3")}
       ORDER BY i.position, i.id`,
      [limit + 1, basis, endOf(knownOn), validOn, phase],
    )
  ).rows;

async function detail(id: string, query: URLSearchParams) {
  const asOf = asOfOf(query);
  const past = !isToday(asOf);
  const values = past ? [id, asOf.basis, endOf(asOf.knownOn), asOf.validOn] : [id];
  const join = (item: string) => (past ? probed(item, "$2", "$3", "$4") : "");
  const reading = (item: string) =>
    past ? `${readingColumns("r")}, w.last_reviewed` : `${readingColumns(item)}, ${item}.last_reviewed`;
  const kind = past ? "past" : "today";
  const [items, links, milestones, actors, offices, entries] = await Promise.all([
    rowsOf(
      `item-${kind}`,
      `SELECT ${itemColumns}, i.resolution_criteria, i.why_open, i.opened, i.head, i.version, ${reading("i")} FROM item i ${join("i")} WHERE i.id = $1`,
      values,
    ),
    rowsOf(
      `links-${kind}`,
      `SELECT l.type, l.direction, o.id, o.title, o.status_subject, ${reading("o")} FROM (
         SELECT 'to' AS direction, type, to_item_id AS other, ordinal FROM item_link WHERE item_id = $1
         UNION ALL SELECT 'from', type, item_id, ordinal FROM item_link WHERE to_item_id = $1) l
       JOIN item o ON o.id = l.other ${join("o")} ORDER BY l.direction DESC, o.position, o.id, l.ordinal`,
      values,
    ),
    rowsOf(
      "milestones",
      `SELECT m.item_id, m.ordinal, m.date, m.kind, m.what, m.version, v.verdict FROM milestone m
       LEFT JOIN LATERAL (SELECT json_build_object('verdict', verdict, 'movedTo', moved_to, 'entrySeq', entry_seq, 'note', note,
           'decidedOn', decided_on) AS verdict FROM milestone_verdict WHERE item_id = m.item_id AND ordinal = m.ordinal
           AND entry_seq IS NULL AND decided_on <= $2::date ORDER BY number DESC LIMIT 1) v ON true
       WHERE m.item_id = $1 AND m.entry_seq IS NULL ORDER BY m.earliest, m.ordinal`,
      [id, asOf.knownOn],
    ),
    rowsOf(
      "actors",
      "SELECT a.id, a.name, a.type, a.state FROM item_party p JOIN actor a ON a.id = p.actor_id WHERE p.item_id = $1 ORDER BY p.ordinal",
      [id],
    ),
    rowsOf(
      "offices",
      `SELECT o.* FROM item_party p JOIN office o ON o.actor_id = p.actor_id WHERE p.item_id = $1 AND o.attested_earliest <= $2::date ORDER BY o.ordinal`,
      [id, asOf.knownOn],
    ),
    rowsOf("begun", "SELECT EXISTS (SELECT FROM entry_known WHERE item_id = $1 AND known_on <= $2::date) AS begun", [
      id,
      asOf.knownOn,
    ]),
  ]);
  const row = items[0]!;
  return {
    ...itemOf(row),
    resolutionCriteria: row.resolution_criteria,
    whyOpen: entries[0]!.begun ? row.why_open : null,
    opened: row.opened,
    head: row.head,
    version: row.version,
    milestones: milestones.map((m) => ({
      itemId: m.item_id,
      ordinal: m.ordinal,
      date: m.date,
      kind: m.kind,
      what: m.what,
      entrySeq: null,
      version: m.version,
      verdict: m.verdict,
    })),
    links: links.map((l) => ({
      ...{ type: l.type, direction: l.direction, itemId: l.id, title: l.title, statusSubject: l.status_subject },
      ...{ phase: l.phase, reading: readingOf(l) },
    })),
    actors: actors.map((a) => ({
      ...a,
      offices: offices.filter((o) => o.actor_id === a.id).map((o) => officeOf(o, asOf)),
    })),
    disagreements: [],
    scenarioSets: [],
    asOf,
  };
}

const officeOf = (o: Row, { knownOn, validOn }: AsOf) => {
  const end = (o.attested_latest as string) > knownOn ? knownOn : (o.attested_latest as string);
  const attested =
    end < (o.attested_latest as string) && end.slice(0, 4) !== (o.attested_latest as string).slice(0, 4)
      ? `${(o.attested as string).split("/")[0]}/${knownOn}`
      : o.attested;
  const until = attested === o.attested ? (o.attested_latest as string) : end;
  const attestedThen = (o.attested_earliest as string) <= validOn && validOn <= until;
  return { office: o.office, organisation: o.organisation, state: o.state, attested, note: o.note, attestedThen };
};

const evidence = `(SELECT coalesce(json_agg(json_build_object('sourceId', v.source_id, 'paragraphs', v.paragraphs, 'stance', v.stance,
  'credibility', v.credibility, 'says', v.says, 'origins', v.origins, 'keywords', v.keywords) ORDER BY v.ordinal), '[]')
  FROM evidence v WHERE v.item_id = e.item_id AND v.seq = e.seq) AS evidence`;
const marks = `(SELECT max(c.seq) FROM entry c WHERE c.item_id = e.item_id AND c.corrects = e.seq) AS corrected_by,
  (SELECT c.seq FROM entry c WHERE c.item_id = e.item_id AND c.retracts = e.seq) AS retracted_by`;

function entryOf(e: Row) {
  const { kind, status, effective, reported, summary, answer, reason, note, corrects, retracts } = e;
  const base = {
    ...{ itemId: e.item_id, seq: e.seq, kind, ref: e.ref, recorded: (e.recorded as Date).toISOString() },
    ...{ author: e.author, approver: e.approver, v: e.v, previousHash: e.previous_hash, hash: e.hash },
  };
  const content = { status, effective, reported, summary, evidence: e.evidence, noEvidence: e.no_evidence, answer };
  const marked = { correctedBy: e.corrected_by, retractedBy: e.retracted_by };
  if (kind === "review") return { ...base, lookedOn: e.looked_on, note, ...marked };
  if (kind === "correction") return { ...base, corrects, reason, ...content, lookedOn: e.looked_on, note };
  if (kind === "retraction") return { ...base, retracts, reason };
  return { ...base, ...content, reason, background: e.background, effectiveBasis: e.effective_basis, ...marked };
}

async function entries(id: string) {
  const [rows, heads] = await Promise.all([
    rowsOf("entries", `SELECT e.*, ${evidence}, ${marks} FROM entry e WHERE e.item_id = $1 ORDER BY e.seq`, [id]),
    rowsOf("head", "SELECT head FROM item WHERE id = $1", [id]),
  ]);
  return { entries: rows.map(entryOf), head: heads[0]!.head };
}

async function diff(query: URLSearchParams) {
  const from = query.get("from")!;
  const to = query.get("to")!;
  const basis = query.get("basis") ?? "reported";
  const values = [basis, from, endOf(from), to, endOf(to)];
  const markedThen =
    basis === "reported" ? marks : marks.replaceAll("e.seq)", "e.seq AND c.recorded <= $3::timestamptz)");
  const [named, corrections, readings] = await Promise.all([
    basis === "reported"
      ? rowsOf(
          "arrived",
          `SELECT e.*, ${evidence}, ${marks} FROM entry_known k JOIN entry e ON e.item_id = k.item_id AND e.seq = k.seq
           WHERE k.known_on > $1::date AND k.known_on <= $2::date ORDER BY e.seq`,
          [from, to],
        )
      : rowsOf(
          "arrived-recorded",
          `SELECT e.*, ${evidence}, ${markedThen} FROM entry e WHERE e.recorded > $1::timestamptz AND e.recorded <= $2::timestamptz
           AND e.recorded <= $3::timestamptz AND e.kind IN ('change', 'reaffirmation', 'review') ORDER BY e.seq`,
          [endOf(from), endOf(to), endOf(to)],
        ),
    rowsOf(
      "corrections",
      `SELECT e.*, ${evidence} FROM entry e WHERE e.recorded > $1::timestamptz AND e.recorded <= $2::timestamptz
       AND e.kind IN ('correction', 'retraction') ORDER BY e.seq`,
      [endOf(from), endOf(to)],
    ),
    rowsOf(
      `readings-${basis}`,
      `WITH ends AS MATERIALIZED (SELECT item_id, b.id AS first, a.id AS last
           FROM (SELECT item_id, id FROM reading_span WHERE basis = $1 AND known @> $3::timestamptz AND valid @> $2::date) b
           FULL JOIN (SELECT item_id, id FROM reading_span WHERE basis = $1 AND known @> $5::timestamptz AND valid @> $4::date) a USING (item_id)),
         looks AS MATERIALIZED (SELECT item_id, v.last_reviewed AS first, w.last_reviewed AS last
           FROM (SELECT item_id, last_reviewed FROM review_step WHERE basis = $1 AND known @> $3::timestamptz) v
           FULL JOIN (SELECT item_id, last_reviewed FROM review_step WHERE basis = $1 AND known @> $5::timestamptz) w USING (item_id)),
         touched AS MATERIALIZED (${
           basis === "reported"
             ? "SELECT item_id FROM entry_known WHERE known_on > $2::date AND known_on <= $4::date"
             : "SELECT item_id FROM entry WHERE recorded > $3::timestamptz AND recorded <= $5::timestamptz"
         }
           UNION SELECT item_id FROM entry WHERE recorded > $3::timestamptz AND recorded <= $5::timestamptz AND kind IN ('correction', 'retraction')
           UNION SELECT item_id FROM ends WHERE first IS DISTINCT FROM last)
       SELECT i.id, i.title, to_json(b) AS before, to_json(a) AS after, l.first AS before_reviewed, l.last AS after_reviewed
       FROM touched t LEFT JOIN ends e USING (item_id) LEFT JOIN looks l USING (item_id)
       JOIN LATERAL (SELECT id, title, position FROM item WHERE id = t.item_id LIMIT 1) i ON true
       LEFT JOIN LATERAL (SELECT * FROM reading_span WHERE id = e.first LIMIT 1) b ON true
       LEFT JOIN LATERAL (SELECT * FROM reading_span WHERE id = e.last LIMIT 1) a ON true
       ORDER BY i.position, i.id`,
      values,
    ),
  ]);
  const grouped = (rows: Row[]) => {
    const byItem = new Map<unknown, object[]>();
    for (const row of rows) {
      const ofItem = byItem.get(row.item_id);
      if (ofItem === undefined) byItem.set(row.item_id, [entryOf(row)]);
      else ofItem.push(entryOf(row));
    }
    return byItem;
  };
  const entriesOf = grouped(named);
  const correctionsOf = grouped(corrections);
  const items = readings
    .map((row) => ({
      ...{ id: row.id, title: row.title },
      before: readingOf({ ...(row.before as Row), last_reviewed: row.before_reviewed }),
      after: readingOf({ ...(row.after as Row), last_reviewed: row.after_reviewed }),
      entries: entriesOf.get(row.id) ?? [],
      corrections: correctionsOf.get(row.id) ?? [],
    }))
    .filter(
      (item) =>
        item.entries.length + item.corrections.length > 0 || JSON.stringify(item.before) !== JSON.stringify(item.after),
    );
  return { from, to, basis, items };
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url!, "http://localhost");
  const [, , , collection, id, part] = pathname.split("/");
  const answer =
    collection === "diff"
      ? diff(searchParams)
      : id === undefined
        ? list(searchParams)
        : part === "entries"
          ? entries(decodeURIComponent(id))
          : detail(decodeURIComponent(id), searchParams);
  answer.then(
    (body) => {
      response.setHeader("Content-Type", "application/json");
      response.end(JSON.stringify(body));
    },
    (error: Error) => {
      response.statusCode = 500;
      response.end(error.message);
    },
  );
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`${(server.address() as { port: number }).port}\n`));
