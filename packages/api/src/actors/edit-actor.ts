import type { ActorDetail, EditActor, NewOffice } from "@readout/core/actor";
import { ReadoutError } from "@readout/core/error";
import { recordAudit } from "../audit/record-audit.ts";
import type { UserContext } from "../context.ts";
import { inTransaction, type Tx } from "../db/transaction.ts";
import { changesOf, checkVersion, type Edited, type Recorded, withRecordedAt } from "../edits.ts";
import { announce } from "../events/announce.ts";
import { createOffices, requireActors } from "./add-actor.ts";
import { getActor } from "./queries.ts";

type Fields = Edited<EditActor, Exclude<keyof EditActor, "id" | "version">>;

/**
 * Edits an actor and announces it, in one transaction; an edit that changes nothing leaves no trace.
 * Throws not_found, conflict (with `version` and `current`), invalid_input where an actor that it names is not there.
 */
export async function editActor(ctx: UserContext, command: EditActor): Promise<ActorDetail> {
  const { id, version, ...edit } = command;
  await inTransaction(ctx, async (tx) => {
    const kept = await lockActor(tx, id);
    checkVersion("This actor", version, kept.version);
    await requireActors(tx, id, edit);
    const changes = changesOf(kept.fields, edit);
    if (changes === null) return;
    const { offices, ...columns } = changes.after;
    const at = await tx.clock();
    await tx.models.actor.update({ where: { id }, data: { ...columns, version: version + 1 } });
    if (offices !== undefined) {
      await tx.models.office.deleteMany({ where: { actorId: id } });
      const recordedAt = new Date(at);
      await createOffices(tx, id, withRecordedAt(offices, kept.offices, recordedAt));
    }
    await recordAudit(tx, ctx, { act: "actor.edited", subject: { type: "actor", id }, ...changes });
    await announce(tx, { events: [{ type: "actor.edited", actorId: id, at }] });
  });
  return getActor(ctx, { id });
}

/** An actor as it is kept, locked until the end of the transaction. Throws not_found. */
async function lockActor(
  tx: Tx,
  id: string,
): Promise<{ version: number; fields: Fields; offices: Recorded<NewOffice>[] }> {
  // NO KEY: an actor that is being edited may still be named by items and other actors.
  const locked = await tx.sql("SELECT 1 AS one FROM actor WHERE id = $1 FOR NO KEY UPDATE", [id]);
  if (locked.length === 0) throw new ReadoutError("not_found", `There is no actor ${id}`);
  const row = await tx.models.actor.findUniqueOrThrow({
    where: { id },
    include: { offices: { orderBy: { ordinal: "asc" } } },
  });
  const { version, name, type, state, also } = row;
  const offices = row.offices.map(({ office, organisation, state, attested, note, recordedAt }) => ({
    fields: { office, organisation, state, attested, note } as NewOffice,
    recordedAt,
  }));
  const fields = { name, type, state, also, offices: offices.map((office) => office.fields) } as Fields;
  return { version, fields, offices };
}
