import type { ActorDetail, AddActor, NewOffice } from "@readout/core/actor";
import { boundsOf } from "@readout/core/edtf";
import { invalidField } from "@readout/core/error";
import { recordAudit } from "../audit/record-audit.ts";
import type { UserContext } from "../context.ts";
import { dateOf, inTransaction, type Tx } from "../db/transaction.ts";
import { announce } from "../events/announce.ts";
import { getActor } from "./queries.ts";

/** Refuses states and organisations that are no actors; an actor may name itself. */
export async function requireActors(
  { models }: Tx,
  id: string,
  { state, offices = [] }: { state?: string | null | undefined; offices?: readonly NewOffice[] | undefined },
): Promise<void> {
  const named: [path: string, actorId: string | null | undefined][] = [
    ["state", state],
    ...offices.flatMap((office, i): [string, string | null][] => [
      [`offices.${i}.organisation`, office.organisation],
      [`offices.${i}.state`, office.state],
    ]),
  ];
  const ids = named.flatMap(([, actorId]) => actorId ?? []);
  const found = await models.actor.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const there = new Set([id, ...found.map((actor) => actor.id)]);
  const unknown = named.find(([, actorId]) => actorId != null && !there.has(actorId));
  if (unknown !== undefined) throw invalidField(unknown[0], `no actor ${unknown[1]}`);
}

/**
 * Writes the offices of an actor that has none yet, with the bounds of the time for which they are attested.
 *
 * @param offices `recordedAt` where an edit brought one
 */
export const createOffices = (
  { models }: Tx,
  actorId: string,
  offices: readonly (NewOffice & { recordedAt?: Date | null })[],
) =>
  models.office.createMany({
    data: offices.map((office, i) => {
      const { earliest, latest } = boundsOf(office.attested);
      const bounds = { attestedEarliest: dateOf(earliest), attestedLatest: dateOf(latest) };
      return { actorId, ordinal: i + 1, ...office, ...bounds };
    }),
  });

/**
 * Adds an actor with the offices it held and announces it, in one transaction.
 * Throws invalid_input where the id is taken, or an actor that it names is not there.
 */
export async function addActor(ctx: UserContext, command: AddActor): Promise<ActorDetail> {
  const { id, name, type, also, offices } = command;
  const state = command.state ?? null;
  await inTransaction(ctx, async (tx) => {
    await requireActors(tx, id, command);
    const at = await tx.clock();
    // Two may add the same one at once; the second waits here for the first.
    const { count } = await tx.models.actor.createMany({
      data: { id, name, type, state, also, recordedAt: new Date(at) },
      skipDuplicates: true,
    });
    if (count === 0) throw invalidField("id", `there is an actor ${id} already`);
    await createOffices(tx, id, offices);
    const after = { name, type, state, also, offices };
    await recordAudit(tx, ctx, { act: "actor.added", subject: { type: "actor", id }, after });
    await announce(tx, { events: [{ type: "actor.added", actorId: id, at }] });
  });
  return getActor(ctx, { id });
}
