import type { AddActor, EditActor } from "@readout/core/actor";
import { isReadoutError } from "@readout/core/error";
import { beforeEach, expect, test } from "vitest";
import type { z } from "zod";
import { anItem, createTestContext, type TestContext } from "../testing.ts";

let context: TestContext;

beforeEach(async () => {
  context = await createTestContext({ now: "2020-01-10T09:00:00Z" });
  const { caller } = context;
  await caller.actors.add({ id: "us", name: "United States", type: "state" });
  await caller.actors.add({ id: "ministry", name: "A ministry", type: "ministry", state: "us" });
  await caller.actors.add({
    id: "envoy",
    name: "An envoy",
    type: "person",
    state: "us",
    also: ["The envoy"],
    offices: [{ office: "special envoy", organisation: "ministry", state: "us", attested: "2017/2019" }],
  });
});

const refusalOf = async (call: Promise<unknown>) => {
  const error = await call.catch((thrown: unknown) => thrown);
  if (!isReadoutError(error)) throw error;
  return [error.code, ...(error.details.fields ?? []).map(({ path }) => path)];
};

test("an actor is added with offices, and stands among the parties of an item", async () => {
  const { caller } = context;
  const envoy = await caller.actors.get({ id: "envoy" });
  expect(envoy).toMatchObject({
    ...{ name: "An envoy", type: "person", state: "us", also: ["The envoy"], version: 1 },
    offices: [{ office: "special envoy", organisation: "ministry", state: "us", attested: "2017/2019", note: null }],
  });
  const { actors } = await caller.items.open(anItem({ parties: ["envoy"] }));
  expect(actors).toMatchObject([{ id: "envoy" }]);
  const { events } = await caller.changes.list({});
  expect(events[0]).toMatchObject({ type: "actor.added", actorId: "us", itemId: null, sourceId: null });
  const listed = await caller.actors.list({});
  expect(listed.actors.map(({ id }) => id)).toEqual(["envoy", "ministry", "us"]);
});

test("an edit replaces the offices as a whole; outside the time attested an office is told as such", async () => {
  const { caller, callerAs } = context;
  const offices = [
    { office: "ambassador", organisation: "ministry" as const, state: null, attested: "2020", note: "new" },
    { office: "special envoy", organisation: null, state: null, attested: "2017/2018", note: null },
  ];
  const edited = await caller.actors.edit({ id: "envoy", version: 1, state: null, offices });
  expect(edited).toMatchObject({
    ...{ name: "An envoy", state: null, version: 2 },
    offices: [
      { ...offices[0], attestedThen: true },
      { ...offices[1], attestedThen: false },
    ],
  });
  const before = await caller.actors.get({ id: "envoy", knownOn: "2018-06-01" });
  expect(before.offices).toMatchObject([{ office: "special envoy", attestedThen: true }]);
  const client = await context.connect();
  const { rows } = await client.query(
    "SELECT attested_earliest::text AS a, attested_latest::text AS z FROM office WHERE actor_id = 'envoy' ORDER BY ordinal",
  );
  expect(rows).toEqual([
    { a: "2020-01-01", z: "2020-12-31" },
    { a: "2017-01-01", z: "2018-12-31" },
  ]);
  const { edits } = await callerAs(null).history.list({ type: "actor", id: "envoy" });
  expect(edits[0]).toMatchObject({
    act: "actor.edited",
    by: null,
    before: { state: "us" },
    after: { state: null, offices },
  });
  expect(await caller.actors.edit({ id: "envoy", version: 2, offices })).toEqual(edited);
});

test("what this record showed of offices on a day stays, whatever is edited later", async () => {
  const { caller, setNow } = context;
  const [kept] = (await caller.actors.get({ id: "envoy" })).offices;
  setNow("2020-02-10T09:00:00Z");
  const { attestedThen: _, ...same } = kept!;
  const added = { office: "ambassador", attested: "2020" };
  await caller.actors.edit({ id: "envoy", version: 1, offices: [added, same] });
  const officesOn = async (knownOn: string) =>
    (await caller.actors.get({ id: "envoy", knownOn, basis: "recorded" })).offices.map(({ office }) => office);
  expect(await officesOn("2020-01-09")).toEqual([]);
  expect(await officesOn("2020-02-09")).toEqual(["special envoy"]);
  expect(await officesOn("2020-02-10")).toEqual(["ambassador", "special envoy"]);
});

test("of two editors of one actor exactly one wins, and the other hears of it", async () => {
  const { caller } = context;
  const edits = await Promise.allSettled(
    ["A", "B", "C"].map((name) => caller.actors.edit({ id: "envoy", version: 1, name })),
  );
  expect(edits.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const edit of edits)
    if (edit.status === "rejected")
      expect(isReadoutError(edit.reason, "conflict") && edit.reason.details).toEqual({ version: 1, current: 2 });
  const added = await Promise.allSettled(
    ["A", "B"].map((name) => caller.actors.add({ id: "new", name, type: "group" })),
  );
  expect(added.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

const office = { office: "minister", attested: "2020" };
test.each<[string, Partial<z.input<typeof AddActor>>, string]>([
  ["an id that is taken", { id: "us" }, "id"],
  ["an id that is none", { id: "The US" }, "id"],
  ["no name", { name: "" }, "name"],
  ["a type there is not", { type: "planet" as never }, "type"],
  ["a state that is no actor", { state: "atlantis" }, "state"],
  ["a blank name beside its own", { also: ["x", " "] }, "also.1"],
  ["an office without a name", { offices: [{ ...office, office: "" }] }, "offices.0.office"],
  ["an office of no time", { offices: [{ office: "minister" } as never] }, "offices.0.attested"],
  ["an impossible date", { offices: [office, { ...office, attested: "2020-02-30" }] }, "offices.1.attested"],
  ["an office nowhere", { offices: [office, { ...office, organisation: "nowhere" }] }, "offices.1.organisation"],
  ["an office of no state", { offices: [{ ...office, state: "atlantis" }] }, "offices.0.state"],
  ["a field that no actor has", { party: "us" } as never, "party"],
])("an actor with %s is refused by name", async (_, fields, path) => {
  const added = context.caller.actors.add({ id: "new-one", name: "New", type: "group", ...fields });
  expect(await refusalOf(added)).toEqual(["invalid_input", path]);
  if (path !== "id") expect(await refusalOf(context.caller.actors.get({ id: "new-one" }))).toEqual(["not_found"]);
});

test.each<[string, Partial<z.input<typeof EditActor>>, string[]]>([
  ["no version", { version: undefined as never }, ["invalid_input", "version"]],
  ["an old version", { version: 4 }, ["conflict"]],
  ["no name", { name: null as never }, ["invalid_input", "name"]],
  ["a state that is no actor", { state: "atlantis" }, ["invalid_input", "state"]],
  [
    "an office nowhere",
    { offices: [{ ...office, organisation: "nowhere" }] },
    ["invalid_input", "offices.0.organisation"],
  ],
  ["an actor that there is not", { id: "nowhere" }, ["not_found"]],
])("an edit with %s is refused", async (_, fields, refusal) => {
  const before = await context.caller.actors.get({ id: "envoy" });
  expect(await refusalOf(context.caller.actors.edit({ id: "envoy", version: 1, ...fields }))).toEqual(refusal);
  expect(await context.caller.actors.get({ id: "envoy" })).toEqual(before);
});
