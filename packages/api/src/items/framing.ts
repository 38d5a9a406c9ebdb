import { invalidField } from "@readout/core/error";
import type { OpenItem } from "@readout/core/item";
import type { Tx } from "../db/transaction.ts";

type Lists = Pick<OpenItem, "tags" | "parties" | "links" | "milestones">;

/** What an item may have once only is refused where it stands again, and so is a link to itself. */
export function refuseRepeats(
  id: string,
  { tags = [], parties = [], links = [], milestones = [] }: { [Name in keyof Lists]?: Lists[Name] | undefined },
): void {
  const repeat = (values: readonly string[], path: string) => {
    const again = values.findIndex((value, i) => values.indexOf(value) < i);
    if (again >= 0) throw invalidField(`${path}.${again}`, "stands there twice");
  };
  repeat(tags, "tags");
  repeat(parties, "parties");
  repeat(
    links.map((link) => JSON.stringify([link.type, link.itemId])),
    "links",
  );
  repeat(
    milestones.map(({ date, kind, what }) => JSON.stringify([date, kind, what])),
    "milestones",
  );
  const itself = links.findIndex((link) => link.itemId === id);
  if (itself >= 0) throw invalidField(`links.${itself}.itemId`, "an item is not linked to itself");
}

/** Refuses parties that are no actors and links to no items. */
export async function requireNamed(
  { models }: Tx,
  { parties = [], links = [] }: { parties?: Lists["parties"] | undefined; links?: Lists["links"] | undefined },
): Promise<void> {
  const actors = await models.actor.findMany({ where: { id: { in: parties } }, select: { id: true } });
  const actorIds = new Set(actors.map((actor) => actor.id));
  const unknownParty = parties.findIndex((party) => !actorIds.has(party));
  if (unknownParty >= 0) throw invalidField(`parties.${unknownParty}`, `no actor ${parties[unknownParty]}`);
  const named = links.map((link) => link.itemId);
  const items = await models.item.findMany({ where: { id: { in: named } }, select: { id: true } });
  const itemIds = new Set(items.map((item) => item.id));
  const unknownItem = named.findIndex((itemId) => !itemIds.has(itemId));
  if (unknownItem >= 0) throw invalidField(`links.${unknownItem}.itemId`, `no item ${named[unknownItem]}`);
}

/** Writes the parties of an item that has none yet. */
export const createParties = ({ models }: Tx, itemId: string, parties: Lists["parties"]) =>
  models.itemParty.createMany({ data: parties.map((actorId, i) => ({ itemId, ordinal: i + 1, actorId })) });

/** Writes the links of an item that has none yet. */
export const createLinks = ({ models }: Tx, itemId: string, links: Lists["links"]) =>
  models.itemLink.createMany({
    data: links.map(({ type, itemId: toItemId }, i) => ({ itemId, ordinal: i + 1, type, toItemId })),
  });
