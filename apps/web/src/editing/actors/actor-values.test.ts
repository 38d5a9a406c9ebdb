import { type ActorDetail, AddActor, EditActor } from "@readout/core/actor";
import type { Day } from "@readout/core/time";
import { describe, expect, it } from "vitest";
import { actorValuesOf, blankActor, blankOffice, readActor, readNewActor } from "./actor-values.ts";

const today = "2026-11-21" as Day;
const actor = {
  id: "somebody",
  version: 4,
  name: "Somebody",
  type: "person",
  state: null,
  also: ["S. Body", "Body, Some"],
  offices: [
    {
      office: "minister",
      organisation: "ministry",
      state: null,
      attested: "2017-08/2018-07",
      note: null,
      attestedThen: true,
    },
  ],
} as unknown as ActorDetail;

describe("the form of an actor", () => {
  it("is read back into what it was made from", () => {
    const { values, version } = actorValuesOf(actor);
    const changed = ["also", "offices", "state"];
    const { command, faults } = readActor(values, { id: "somebody", version, changed, today });
    expect(faults).toEqual([]);
    const { attestedThen: _, ...office } = actor.offices[0]!;
    expect(EditActor.parse(command)).toEqual({
      id: "somebody",
      version: 4,
      state: null,
      also: ["S. Body", "Body, Some"],
      offices: [office],
    });
  });

  it("asks for the time for which an office is attested", () => {
    const { faults } = readNewActor({ ...blankActor, offices: [{ ...blankOffice, office: "minister" }] }, today);
    expect(faults.map(({ path }) => path)).toEqual(["offices.0.attested"]);
  });

  it("adds somebody without an office", () => {
    const { command } = readNewActor({ ...blankActor, id: "new-one", name: "New One" }, today);
    expect(AddActor.parse(command)).toEqual({ id: "new-one", name: "New One", type: "person", also: [], offices: [] });
  });
});
