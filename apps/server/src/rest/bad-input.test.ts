import { request as httpRequest } from "node:http";
import { aChange, anItem, aSource } from "@readout/api/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { maxBodyBytes } from "../http.ts";
import { type Answer, type ApiServer, openApiServer } from "../testing/api-server.ts";

let server: ApiServer;
let cursor: string;
const item = "bridge";
const entries = `/items/${item}/entries`;

beforeAll(async () => {
  server = await openApiServer({ now: "2026-03-04T09:00:00Z" });
  const { caller } = server.context;
  await caller.sources.add(aSource({ id: "numbered", paragraphCount: 9 }));
  await caller.sources.add(aSource({ id: "page", origin: "Strait Courier" }));
  await caller.items.open(anItem({ id: item }));
  await caller.items.open(anItem({ id: "tunnel" }));
  await caller.items.record(aChange(item, 0, { status: "concluded", effective: "2020-01-01" }));
  await caller.items.record({ kind: "retraction", itemId: item, expectedHead: 1, retracts: 1, reason: "not said" });
  await caller.items.record(aChange(item, 2, { status: "concluded", effective: "2020-02-01" }));
  cursor = (await caller.items.list({ limit: 1 })).nextCursor!;
});
afterAll(() => server.close());

/** All that a write could leave behind. */
async function traces(): Promise<string> {
  const client = await server.context.connect();
  const { rows } = await client.query(`SELECT (SELECT json_agg(e ORDER BY item_id, seq) FROM entry e) AS entries,
    (SELECT json_agg(i ORDER BY id) FROM item i) AS items, (SELECT count(*) FROM source) AS sources,
    (SELECT max(id) FROM event) AS event`);
  await client.end();
  return JSON.stringify(rows);
}

/** The answer must be a problem of the status that names the field, and nothing may have been written. */
async function expectRefusal(work: () => Promise<Answer>, status: number, path: string, code = "invalid_input") {
  const before = await traces();
  const answer = await work();
  expect(answer.json, answer.text).toMatchObject({ status, code });
  expect([answer.status, answer.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
  expect(Object.keys(answer.json)).toEqual(
    expect.arrayContaining(["type", "title", "status", "detail", "code", "fields", "requestId"]),
  );
  expect(answer.json.requestId).toBe(answer.headers.get("x-request-id"));
  expect(answer.json.fields.map((field: { path: string }) => field.path)).toContain(path);
  expect(answer.json.detail.length).toBeGreaterThan(path.length);
  expect(await traces()).toBe(before);
}

const evidence = {
  sourceId: "numbered",
  paragraphs: [2],
  stance: "supports",
  credibility: 3,
  says: "The bridge is open.",
};

/** A change that would be taken, with a fault put in. */
const change = (fault: Record<string, unknown>, without: string[] = []) => {
  const { itemId: _, noEvidence: __, ...fields } = aChange(item, 3);
  const body: Record<string, unknown> = {
    ...fields,
    effective: "2020-03-01",
    reason: "it is said again",
    evidence: [evidence],
    ...fault,
  };
  for (const field of without) delete body[field];
  return body;
};

test("the change that the faults are put into is taken without them", async () => {
  const { context, ask } = server;
  const body = { ...change({}), expectedHead: 0 };
  const { status } = await ask("/items/tunnel/entries", { body });
  expect(status).toBe(201);
  expect((await context.caller.items.entries({ id: "tunnel" })).head).toBe(1);
});

describe("an entry is refused", () => {
  test.each<[string, Record<string, unknown>, string, string?, number?]>([
    ["with an unknown status", change({ status: "finished" }), "status"],
    ["with an impossible day", change({ effective: "2017-02-30" }), "effective"],
    ["with an impossible month", change({ reported: "2017-13" }), "reported"],
    ["with an interval the wrong way round", change({ effective: "2018/2017" }), "effective"],
    ["with a reported date without an end", change({ reported: "2017/.." }), "reported"],
    ["with a report from a day to come", change({ reported: "2026-03-05" }), "reported"],
    ["with a day in the year 0", change({ effective: "0000-01-01" }), "effective"],
    [
      "with a paragraph that does not exist",
      change({ evidence: [{ ...evidence, paragraphs: [10] }] }),
      "evidence.0.paragraphs",
    ],
    ["with paragraph 0", change({ evidence: [{ ...evidence, paragraphs: [0] }] }), "evidence.0.paragraphs.0"],
    [
      "without paragraphs of a numbered source",
      change({ evidence: [{ ...evidence, paragraphs: [] }] }),
      "evidence.0.paragraphs",
    ],
    [
      "with paragraphs of an unnumbered source",
      change({ evidence: [{ ...evidence, sourceId: "page" }] }),
      "evidence.0.paragraphs",
    ],
    ["with an unknown source", change({ evidence: [{ ...evidence, sourceId: "nowhere" }] }), "evidence.0.sourceId"],
    ["with an unknown stance", change({ evidence: [{ ...evidence, stance: "agrees" }] }), "evidence.0.stance"],
    ["with a credibility of 7", change({ evidence: [{ ...evidence, credibility: 7 }] }), "evidence.0.credibility"],
    ["with an unknown field inside", change({ evidence: [{ ...evidence, page: 3 }] }), "evidence.0.page"],
    ["with a lone surrogate", change({ summary: "broken \ud800 text" }), "summary"],
    ["with a NUL", change({ summary: "broken \0 text" }), "summary"],
    ["with a NUL inside", change({ evidence: [{ ...evidence, says: "broken \0 text" }] }), "evidence.0.says"],
    ["with a blank summary", change({ summary: "  " }), "summary"],
    ["with a number for a text", change({ summary: 5 }), "summary"],
    ["without a status", change({}, ["status"]), "status"],
    ["without a kind", change({}, ["kind"]), "kind"],
    ["of a kind that there is not", change({ kind: "guess" }), "kind"],
    ["with an unknown field", change({ colour: "red" }), "colour"],
    ["with a field of another kind", change({ lookedOn: "2026-01-01" }), "lookedOn"],
    ["with the item in the body as well", change({ itemId: item }), "itemId"],
    ["without the head it was decided on", change({}, ["expectedHead"]), "expectedHead"],
    ["with a negative head", change({ expectedHead: -1 }), "expectedHead"],
    ["with a text for the head", change({ expectedHead: "3" }), "expectedHead"],
    ["with an answer though nothing ends", change({ answer: "yes" }), "answer"],
    ["with evidence and a reason for none", change({ noEvidence: "known to all" }), "noEvidence"],
    ["with neither", change({ evidence: [] }), "evidence", "evidence_required", 422],
    [
      "as confirmed by one origin alone",
      change({ evidence: [{ ...evidence, credibility: 1 }] }),
      "evidence.0.credibility",
      "evidence_required",
      422,
    ],
    ["when it reopens without a reason", change({}, ["reason"]), "reason", "reason_required", 422],
    [
      "when it corrects a retraction",
      { kind: "correction", corrects: 2, reason: "no", expectedHead: 3, ...status() },
      "corrects",
    ],
    [
      "when it corrects what was retracted",
      { kind: "correction", corrects: 1, reason: "no", expectedHead: 3, ...status() },
      "corrects",
    ],
    [
      "when it corrects what is not there",
      { kind: "correction", corrects: 9, reason: "no", expectedHead: 3, ...status() },
      "corrects",
    ],
    ["when it retracts a retraction", { kind: "retraction", retracts: 2, reason: "no", expectedHead: 3 }, "retracts"],
    ["when it retracts without a reason", { kind: "retraction", retracts: 3, expectedHead: 3 }, "reason"],
    [
      "when it looked on a day to come",
      { kind: "review", lookedOn: "2026-03-05", note: "n", expectedHead: 3 },
      "lookedOn",
    ],
    [
      "as a review with a status",
      { kind: "review", lookedOn: "2026-03-04", note: "n", status: "raised", expectedHead: 3 },
      "status",
    ],
  ])("%s", async (_, body, path, code = "invalid_input", status = 400) => {
    await expectRefusal(() => server.ask(entries, { body }), status, path, code);
  });
});

function status() {
  return { status: "raised", effective: "2020-01-01", reported: "2020-01-01", summary: "Said.", evidence: [evidence] };
}

describe("a body is refused", () => {
  test.each<[string, string | Uint8Array, string, number?, Record<string, string>?]>([
    ["that is not JSON", "{", "body"],
    ["that is empty", "", "body"],
    ["that is a list", "[]", "body"],
    ["that is null", "null", "body"],
    ["that is not UTF-8", new Uint8Array([0x7b, 0xff, 0x7d]), "body"],
    ["with a name twice", '{"kind":"review","note":"a","note":"b"}', "note"],
    ["with a name twice inside", '{"evidence":[{},{"says":"a","\\u0073ays":"b"}]}', "evidence.1.says"],
    ["with a prototype", '{"__proto__":{"kind":"review"}}', "kind"],
    ["of another type", "kind=review", "Content-Type", 415, { "content-type": "application/x-www-form-urlencoded" }],
    ["in another encoding", "{}", "Content-Type", 415, { "content-type": "application/json; charset=latin1" }],
    ["of more than 1 MiB", JSON.stringify(change({ summary: "x".repeat(maxBodyBytes) })), "body", 413],
  ])("%s", async (_, body, path, status = 400, headers = {}) => {
    await expectRefusal(() => server.ask(entries, { body, method: "POST", headers }), status, path);
  });

  test("of more than 1 MiB that does not tell its length beforehand", async () => {
    await expectRefusal(() => postInChunks(`${server.url}/api/v1${entries}`, 40, 64 * 1024), 413, "body");
  });

  test("by the doors beside it in the same words", async () => {
    await expectRefusal(() => server.ask("/items", { body: { ...anItem(), tags: ["No Tag"] } }), 400, "tags.0");
    await expectRefusal(() => server.ask("/items", { body: anItem({ id: "Not an id" }) }), 400, "id");
    await expectRefusal(() => server.ask("/items", { body: { ...anItem(), opened: "2017-02-30" } }), 400, "opened");
    await expectRefusal(() => server.ask("/sources", { body: aSource({ paragraphCount: 0 }) }), 400, "paragraphCount");
    await expectRefusal(() => server.ask("/sources", { body: aSource({ url: "javascript:1" }) }), 400, "url");
    await expectRefusal(() => server.ask("/sources", { body: { ...aSource(), text: "all of it" } }), 400, "text");
    await expectRefusal(() => server.ask("/items?dry=1", { body: anItem() }), 400, "dry");
  });
});

describe("a question is refused", () => {
  test.each([
    ["with an unknown parameter", "/items?colour=red", "colour"],
    ["with a parameter of another door", "/diff?from=2017-01-01&to=2018-01-01&limit=5", "limit"],
    ["with the path's own field", `/items/${item}?id=tunnel`, "id"],
    ["with a parameter twice", "/items?limit=5&limit=6", "limit"],
    ["with the same parameter twice", "/items?limit=5&limit=5", "limit"],
    ["with an unknown status", "/items?status=raised,finished", "status.1"],
    ["with an empty status", "/items?status=", "status.0"],
    ["with an unknown phase", "/items?phase=ajar", "phase"],
    ["with an unknown order", "/items?sort=colour", "sort"],
    ["with an impossible day", "/items?knownOn=2017-02-30", "knownOn"],
    ["with half an as-of", "/items?knownOn=2017", "knownOn"],
    ["with an instant that is not UTC", "/items?basis=recorded&knownOn=2017-01-01T10:00:00%2B02:00", "knownOn"],
    ["with an instant without basis=recorded", "/items?knownOn=2017-01-01T10:00:00.000Z", "knownOn"],
    ["with an instant for validOn", "/items?basis=recorded&validOn=2017-01-01T10:00:00.000Z", "validOn"],
    ["with an unknown basis", "/items?basis=rumoured", "basis"],
    ["with a limit of 0", "/items?limit=0", "limit"],
    ["with a limit of 201", "/items?limit=201", "limit"],
    ["with a limit in words", "/items?limit=ten", "limit"],
    ["with a limit in hexadecimal", "/items?limit=0x10", "limit"],
    ["with half a row", "/items?limit=1.5", "limit"],
    ["with a NUL", "/items?q=a%00b", "q"],
    ["with half a character", "/items?q=%ED%A0%80", "q"],
    ["with a broken encoding", "/items?q=%zz", "q"],
    ["with a made-up cursor", "/items?cursor=next", "cursor"],
    ["with from after to", "/diff?from=2018-01-01&to=2017-01-01", "from"],
    ["without from", "/diff?to=2017-01-01", "from"],
    ["of milestones with from after to", "/milestones?from=2018-01-01&to=2017-01-01", "from"],
    ["of changes since nothing known", "/changes?since=999999", "since"],
    ["of changes since no number", "/changes?since=yesterday", "since"],
    ["of a stream since nothing known", "/changes/stream?since=999999", "since"],
    ["of changes as of a day", "/changes?knownOn=2017-01-01", "knownOn"],
    ["of an id that no item can have", "/items/Not_An_Id", "id"],
  ])("%s", async (_, path, field) => {
    await expectRefusal(() => server.ask(path), 400, field);
  });

  test.each([
    ["/history?type=item&id=a%00b", "id"],
    ["/audit?who=a%00b", "who"],
    ["/audit?act=a%00b", "act"],
    ["/audit?subjectId=a%00b", "subjectId"],
  ])("with a NUL, whatever is asked for: %s", async (path, field) => {
    await expectRefusal(() => server.ask(path, { as: "admin" }), 400, field);
  });

  test("with a NUL in the name of a key that is to end", async () => {
    await expectRefusal(() => server.ask("/keys/a%00b/revocation", { as: "admin", body: {} }), 400, "id");
  });

  test("with a cursor that was tampered with, or that belongs to another list, filter or day", async () => {
    expect((await server.ask(`/items?limit=1&cursor=${cursor}`)).status).toBe(200);
    const [content, seal] = cursor.split(".") as [string, string];
    const other = Buffer.from(JSON.stringify([0, "a"])).toString("base64url");
    for (const path of [
      `/items?cursor=${other}.${seal}`,
      `/items?cursor=${content}.${seal.replace(/^./, (first) => (first === "A" ? "B" : "A"))}`,
      `/items?cursor=${content}`,
      `/items?cursor=${cursor}.`,
      `/items?cursor=${cursor}&phase=open`,
      `/items?cursor=${cursor}&knownOn=2017-08-07`,
      `/items?cursor=${cursor}&sort=title`,
      `/sources?cursor=${cursor}`,
    ])
      await expectRefusal(() => server.ask(path), 400, "cursor");
  });
});

/** Sends a body in chunks and without its length. */
function postInChunks(url: string, chunks: number, chunkBytes: number): Promise<Answer> {
  return new Promise((done, failed) => {
    void server.keyOf("editor").then((key) => {
      const headers = { "content-type": "application/json", authorization: `Bearer ${key}` };
      const sent = httpRequest(url, { method: "POST", headers }, (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (part: string) => {
          text += part;
        });
        response.once("end", () =>
          done({
            status: response.statusCode!,
            headers: new Headers(response.headers as Record<string, string>),
            text,
            json: JSON.parse(text),
          }),
        );
      });
      sent.once("error", failed);
      for (let i = 0; i < chunks; i++) sent.write(Buffer.alloc(chunkBytes, 0x20));
      sent.end();
    }, failed);
  });
}
