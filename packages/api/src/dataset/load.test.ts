import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { boundsOf } from "@readout/core/edtf";
import type { Entry } from "@readout/core/entry";
import { phaseOf, readingOf } from "@readout/core/reading";
import { addDays, type Day, dayOf, endOfDay, startOfDay } from "@readout/core/time";
import { beforeAll, expect, test } from "vitest";
import { closeDb, createDb } from "../db/handle.ts";
import { sql } from "../db/sql.ts";
import { type CachedReading, cachedReadingColumns, refreshReadings } from "../items/cached-reading.ts";
import { sha256 } from "../items/decide-next.ts";
import { getLedgers } from "../items/ledger.ts";
import { createTestDatabase } from "../testing/postgres.ts";
import { aChange, createTestContext, type TestContext } from "../testing.ts";
import { verifyLedgers } from "../verify.ts";
import { loadDataset } from "./load.ts";

const folder = fileURLToPath(new URL("../../../../prisma/dataset", import.meta.url));
const nothing = { sources: 0, actors: 0, items: 0, entries: 0, statements: 0, disagreements: 0, scenarioSets: 0 };

let context: TestContext;
let ledgers: Map<string, Entry[]>;
const progress: [number, number][] = [];

beforeAll(async () => {
  context = await createTestContext({ now: "2026-11-21T10:00:00Z" });
  const loaded = await loadDataset(context.db, folder, { onProgress: (done, total) => progress.push([done, total]) });
  expect(loaded).toMatchObject({ items: 33, entries: 130, statements: 9, disagreements: 24, scenarioSets: 10 });
  const rows = await sql(context.db)<{ id: string }>("SELECT id FROM item");
  ledgers = await getLedgers(
    sql(context.db),
    rows.map(({ id }) => id),
  );
});

const query = <Row extends object>(text: string, values: string[] = []) => sql(context.db)<Row>(text, values);
const countOf = async (table: string) => (await query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]!.n;

test("33 items and 130 entries are entered, in the order of their report, with the first matters first", async () => {
  expect([await countOf("item"), await countOf("entry")]).toEqual([33, 130]);
  const items = await query<{ id: string; main: boolean }>("SELECT id, main FROM item ORDER BY position, id");
  expect(items.slice(0, 4).map(({ id }) => id)).toEqual([
    "us-response-to-expulsions",
    "volker-surkov-meeting",
    "strategic-stability-talks",
    "new-start-extension",
  ]);
  expect(items.map(({ main }) => main)).toEqual(items.map((_, i) => i < 4));
  for (const ledger of ledgers.values()) {
    const places = ledger.map((entry) => {
      if (entry.kind !== "change" && entry.kind !== "reaffirmation") throw new Error("not of the data set");
      return `${boundsOf(entry.reported).latest} ${boundsOf(entry.effective).earliest ?? ""}`;
    });
    expect(places).toEqual([...places].sort());
    expect(ledger.every(({ author, approver, ref }) => author === "data set" && approver === null && ref)).toBe(true);
  }
});

test("progress rises to its end", () => {
  expect(progress.at(-1)).toEqual([progress[0]![1], progress[0]![1]]);
  expect(progress.map(([done]) => done)).toEqual(progress.map(([done]) => done).sort((a, b) => a - b));
});

test("everything that follows from the ledgers fits", async () => {
  expect(await verifyLedgers(context.db)).toEqual({ items: 33, entries: 130, faults: [] });
});

test("a second load, and two at once into an empty database, change nothing more", async () => {
  const before = context.ctx.revision.current();
  expect(await loadDataset(context.db, folder)).toEqual(nothing);
  expect(await loadDataset(context.db, folder, { onlyIfEmpty: true })).toEqual(nothing);
  expect((await context.caller.changes.list({ since: before })).events).toEqual([]);
  const { rows } = await context.callerAs("admin").audit.list({ subjectType: "dataset" });
  expect(rows).toMatchObject([{ act: "dataset.loaded", who: null, after: { items: 33, entries: 130 } }]);

  const { connectionString } = await createTestDatabase();
  const two = [createDb({ connectionString }), createDb({ connectionString })];
  const loads = await Promise.all(two.map((db) => loadDataset(db, folder, { onlyIfEmpty: true })));
  expect(loads.map(({ entries }) => entries).sort()).toEqual([0, 130]);
  await Promise.all(two.map(closeDb));
});

test("every item reads on every day as its ledger does, for both bases and any two days", async () => {
  const days = [...Array.from({ length: 60 }, (_, i) => addDays("2016-12-01" as Day, i * 60)), "2026-11-21" as Day];
  const pairs = days.flatMap((knownOn) => days.filter((_, i) => i % 4 === 0).map((validOn) => ({ knownOn, validOn })));
  for (const basis of ["reported", "recorded"] as const) {
    const rows = await query<{ itemId: string; place: number; reading: unknown }>(
      `SELECT i.id AS "itemId", p.place::int AS place, json_build_array(s.status, s.entry_seq, s.since, coalesce(s.alternatives, '{}'),
         s.next ->> 'effective', coalesce(s.origins, 0), s.phase, r.last_reviewed) AS reading
       FROM item i
       CROSS JOIN jsonb_to_recordset($1::jsonb) AS p(place int, at timestamptz, day date)
       LEFT JOIN reading_span s ON s.item_id = i.id AND s.basis = $2 AND s.known @> p.at AND s.valid @> p.day
       LEFT JOIN review_step r ON r.item_id = i.id AND r.basis = $2 AND r.known @> p.at`,
      [
        JSON.stringify(
          pairs.map(({ knownOn, validOn }, place) => ({
            ...{ place, day: validOn, at: basis === "reported" ? startOfDay(knownOn) : endOfDay(knownOn) },
          })),
        ),
        basis,
      ],
    );
    expect(rows).toHaveLength(33 * pairs.length);
    for (const { itemId, place, reading } of rows) {
      const read = readingOf(ledgers.get(itemId)!, { ...pairs[place]!, basis });
      const { status, entrySeq, since, alternatives, next, origins, lastReviewed } = read;
      expect(reading, `${itemId} ${JSON.stringify(pairs[place])} ${basis}`).toEqual([
        ...[status, entrySeq, since, alternatives, next?.effective ?? null, origins, phaseOf(read), lastReviewed],
      ]);
    }
  }
});

test("the cached readings hold on whatever day they are brought to, later or earlier", async () => {
  const days = Array.from({ length: 12 }, (_, year) => [dayOf(2010 + year, 3, 1), dayOf(2010 + year, 8, 7)]).flat();
  // Forwards, then far back and on again: a clock may be set.
  for (const today of [...days, "2026-11-21" as Day, "2017-08-05" as Day, "2017-08-07" as Day, "2026-11-21" as Day]) {
    await refreshReadings(context.db, today);
    const rows = await query<CachedReading & { id: string }>(`SELECT i.id, ${cachedReadingColumns} FROM item i`);
    for (const { id, reading_from, reading_until, ...cached } of rows) {
      expect((reading_from ?? "") <= today && today < (reading_until ?? "~"), `${id} ${today}`).toBe(true);
      const read = readingOf(ledgers.get(id)!, { knownOn: today, validOn: today, basis: "reported" });
      const { status, entrySeq: entry_seq, since, alternatives, next, origins, lastReviewed: last_reviewed } = read;
      const since_day = since === null ? null : boundsOf(since).latest;
      expect(cached, `${id} ${today}`).toEqual({
        ...{ status, entry_seq, since, since_day, alternatives, next, origins, last_reviewed, phase: phaseOf(read) },
      });
    }
  }
  expect(await refreshReadings(context.db, "2026-11-21" as Day)).toBe(0);
});

test("a public page is a source once per address, and an address of the data set's own sources is that source", async () => {
  const url = "https://www.kyivpost.com/russia/moscow-says-us-reduce-personnel-diplomatic-missions-455-people.html";
  expect(
    await query(
      "SELECT id, role, publisher, origin, reliability, paragraph_count AS count FROM source WHERE url = $1",
      [url],
    ),
  ).toEqual([
    {
      id: `kyiv-post-2017-07-28-${sha256(url).slice(0, 6)}`,
      role: "page",
      publisher: "Kyiv Post (Interfax-Ukraine)",
      origin: "Interfax-Ukraine",
      reliability: "F",
      count: null,
    },
  ]);
  const cited = await query<{ ref: string; source: string; origins: string[] }>(
    `SELECT e.ref, v.source_id AS source, v.origins FROM evidence v JOIN entry e USING (item_id, seq)
     WHERE v.ordinal = 1 AND e.ref IN ('fu-manila-held', 'fu-diplomats-agreed', 'fu-law-passed') ORDER BY e.ref`,
  );
  expect(cited).toEqual([
    { ref: "fu-diplomats-agreed", source: "rferl-top-diplomats-2018", origins: ["rferl-top-diplomats-2018"] },
    { ref: "fu-law-passed", source: expect.stringMatching(/^tass-2017-07-28-[0-9a-f]{6}$/), origins: ["TASS"] },
    { ref: "fu-manila-held", source: "mfa-manila-readout", origins: ["mfa-manila-readout"] },
  ]);
  expect(await countOf("source")).toBe(19 + 118);
});

test("numbered sources stand first, in the order of the data set", async () => {
  const rows = await query<{ id: string }>(
    "SELECT id FROM source WHERE paragraph_count IS NOT NULL ORDER BY position, published_latest DESC, id",
  );
  expect(rows.map(({ id }) => id)).toEqual([
    "valdai-targeted-cooperation",
    "vestnik-kavkaza-dialogue",
    "reuters-tillerson-task",
    "zerohedge-next-steps",
    "revive-relations",
  ]);
});

test("what the data set notes of an entry is kept, and a reopening has its summary as reason", async () => {
  const rows = await query(
    "SELECT ref, background, effective_basis AS basis FROM entry WHERE ref IN ('fu-syria-memo', 'sc-crimea-2014') ORDER BY ref",
  );
  expect(rows).toEqual([
    { ref: "fu-syria-memo", background: true, basis: null },
    { ref: "sc-crimea-2014", background: false, basis: "inferred" },
  ]);
  const reopened = await query<{ ref: string; same: boolean }>(
    "SELECT ref, reason = summary AS same FROM entry WHERE reason IS NOT NULL",
  );
  expect(reopened.length).toBeGreaterThan(0);
  expect(reopened.every(({ same }) => same)).toBe(true);
});

test("a milestone of a follow-up is known with its entry, and the item's own are framing", async () => {
  const rows = await query<{ itemId: string; ref: string }>(
    `SELECT m.item_id AS "itemId", e.ref FROM milestone m JOIN milestone_entry b USING (item_id, ordinal)
     JOIN entry e ON e.item_id = b.item_id AND e.seq = b.seq AND m.entry_seq = e.seq ORDER BY e.ref`,
  );
  expect(rows.map(({ ref }) => ref)).toEqual([
    "fu-extension-in-force",
    "fu-response-deadline",
    "fu-response-ordered",
    "fu-staff-order",
  ]);
  expect(await countOf("milestone")).toBe(18 + 4);
});

test("speakers of views are actors, groups among them, or the source itself", async () => {
  const rows = await query<{ actor: string | null; source: string | null }>(
    "SELECT DISTINCT actor_id AS actor, source_id AS source FROM scenario_view",
  );
  expect(
    rows
      .filter(({ source }) => source !== null)
      .map(({ source }) => source)
      .sort(),
  ).toEqual(["reuters-tillerson-task", "revive-relations"]);
  expect(await query("SELECT type FROM actor WHERE id = 'analysts-and-former-officials'")).toEqual([{ type: "group" }]);
  expect(await query("SELECT attested, note FROM office WHERE actor_id = 'vladislav-surkov'")).toEqual([
    { attested: "2017-08", note: expect.stringMatching(/error\. Alias .* misprint/) },
  ]);
  expect(
    await query("SELECT notes ->> 'published_confidence' AS sure FROM source WHERE id = 'zerohedge-next-steps'"),
  ).toEqual([{ sure: "high" }]);
});

test("a resolution names the entries that show it, also in another item's ledger", async () => {
  expect(
    await query(
      `SELECT s.resolved_as AS scenario, array_agg(e.ref ORDER BY r.ordinal) AS refs FROM scenario_set s
       JOIN resolution_entry r ON r.set_item_id = s.item_id JOIN entry e ON (e.item_id, e.seq) = (r.item_id, r.seq)
       WHERE s.item_id = 'us-response-to-expulsions' GROUP BY 1`,
    ),
  ).toEqual([
    {
      scenario: "rs-legal-diplomatic",
      refs: ["fu-response-deadline", "fu-trump-thanks", "fu-response-ordered", "fu-response-closed"],
    },
  ]);
});

test("a later load appends what is new to ledgers that have grown meanwhile", async () => {
  const { connectionString } = await createTestDatabase();
  const grown = await createTestContext({ connectionString, now: "2026-11-21T10:00:00Z" });
  const copy = await copyOf(folder);
  const path = join(copy, "followups.yaml");
  const whole = await readFile(path, "utf8");
  const from = whole.indexOf("  - id: fu-volker-resigns");
  const until = whole.indexOf("  - id: ", from + 10);
  await writeFile(path, whole.slice(0, from) + whole.slice(until));
  const scenarios = join(copy, "scenarios.yaml");
  await writeFile(scenarios, (await readFile(scenarios, "utf8")).replace(", fu-volker-resigns]", "]"));
  expect(await loadDataset(grown.db, copy)).toMatchObject({ entries: 129 });
  const { head } = await grown.caller.items.entries({ id: "volker-surkov-meeting" });
  await grown.caller.items.record(aChange("volker-surkov-meeting", head));
  await rm(copy, { recursive: true });

  expect(await loadDataset(grown.db, folder)).toEqual({ ...nothing, sources: 1, entries: 1 });
  const { entries } = await grown.caller.items.entries({ id: "volker-surkov-meeting" });
  expect(entries.slice(head)).toMatchObject([{ author: "test-editor" }, { ref: "fu-volker-resigns" }]);
  expect((await verifyLedgers(grown.db)).faults).toEqual([]);
});

async function copyOf(folder: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), "readout-dataset-"));
  await cp(folder, copy, { recursive: true });
  return copy;
}

/** The complaint about a data set in which one text of a file is replaced, with the line on which it stands. */
async function complaintAfter(
  file: string,
  text: string,
  replacement: string,
  db = context.db,
): Promise<[string, number]> {
  const copy = await copyOf(folder);
  const path = join(copy, file);
  const whole = await readFile(path, "utf8");
  const at = whole.indexOf(text);
  if (at < 0) throw new Error(`${file} has no ${text}`);
  await writeFile(
    path,
    whole.replace(text, () => replacement),
  );
  const error = await loadDataset(db, copy).then(
    () => new Error("was accepted"),
    (thrown: Error) => thrown,
  );
  await rm(copy, { recursive: true });
  return [error.message.replaceAll(`${copy}/`, ""), whole.slice(0, at).split("\n").length];
}

test.each<[string, string, string, string, RegExp]>([
  ["a word that is not in the vocabulary", "items.yaml", "owner_side: us", "owner_side: uk", /^owner_side: /],
  ["a field that there is not", "items.yaml", "main: true", "mane: true", /^mane: there is no such field$/],
  [
    "an impossible date",
    "status_changes.yaml",
    'effective: "2010"',
    'effective: "2017-02-30"',
    /^effective: no such day/,
  ],
  [
    "an unknown item",
    "status_changes.yaml",
    "item: new-start-central-limits",
    "item: new-start",
    /^item: there is no item new-start$/,
  ],
  [
    "an unknown source",
    "status_changes.yaml",
    "{source: reuters-tillerson-task, paragraphs: [18]",
    "{source: reuters, paragraphs: [18]",
    /^evidence\.0\.source: there is no source reuters$/,
  ],
  [
    "a paragraph that the source does not have",
    "status_changes.yaml",
    "paragraphs: [18], stance",
    "paragraphs: [20], stance",
    /^evidence\.0\.paragraphs: reuters-tillerson-task has no paragraph 20, only 1 to 19$/,
  ],
  [
    "an unknown actor",
    "items.yaml",
    "us-state-department, trump",
    "us-department-of-state, trump",
    /^parties\.2: there is no actor us-department-of-state$/,
  ],
  [
    "an id that stands there twice",
    "followups.yaml",
    "id: fu-channel-july",
    "id: fu-syria-memo",
    /^id: fu-syria-memo stands there twice$/,
  ],
  [
    "a follow-up that there is not",
    "scenarios.yaml",
    "followups: [fu-response-deadline",
    "followups: [fu-response",
    /^resolution\.followups\.0: there is no entry fu-response$/,
  ],
  [
    "a scenario that there is not",
    "scenarios.yaml",
    "{scenario: rs-legal-diplomatic",
    "{scenario: rs-legal",
    /^resolution\.scenario: this set has no scenario rs-legal$/,
  ],
  [
    "a lineage that leads nowhere",
    "sources.yaml",
    "derived_from: abc-seeks",
    "derived_from: abc-sought",
    /^lineage\.0\.derived_from: there is no source abc-sought/,
  ],
  ["a broken file", "conflicts.yaml", "items: [us-staff-cut-execution]", "items: [us-staff-cut-execution", /./],
])("%s is refused with its file and line", async (_, file, text, replacement, expected) => {
  const [complaint, line] = await complaintAfter(file, text, replacement);
  const place = `${file}:${line}: `;
  // A bracket that is never closed is missed a line later.
  if (file === "conflicts.yaml") return expect(complaint).toMatch(/^conflicts\.yaml:\d+: /);
  expect(complaint.startsWith(place), complaint).toBe(true);
  expect(complaint.slice(place.length)).toMatch(expected);
});

test("what the ledger itself refuses is told with file and line too, and nothing is written", async () => {
  const { db } = await createTestContext({ now: "2026-11-21T10:00:00Z" });
  const later = ['reported: "2017-07-08"', 'reported: "2027-07-08"'] as const;
  const [complaint, line] = await complaintAfter("followups.yaml", ...later, db);
  expect(complaint).toBe(`followups.yaml:${line}: reported: begins after the day of recording, 2026-11-21`);
  expect(await sql(db)("SELECT id FROM source UNION ALL SELECT id FROM item")).toEqual([]);
});

test("several faults are told at once, and a missing file by its name", async () => {
  const copy = await copyOf(folder);
  const path = join(copy, "items.yaml");
  await writeFile(path, (await readFile(path, "utf8")).replaceAll("owner_side: russia", "owner_side: moscow"));
  const error = await loadDataset(context.db, copy).catch((thrown: Error) => thrown);
  expect((error as Error).message.split("\n").length).toBeGreaterThan(1);
  await rm(join(copy, "actors.yaml"));
  await expect(loadDataset(context.db, copy)).rejects.toThrow(/actors\.yaml: ENOENT/);
  await rm(copy, { recursive: true });
});
