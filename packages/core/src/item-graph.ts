import { z } from "zod";
import { AsOf, withAsOf } from "./as-of.ts";
import { ItemId } from "./id.ts";
import { ItemSummary, LinkType } from "./item.ts";

/** The most items that a graph answers with; the nearest stay. */
export const MOST_GRAPH_ITEMS = 100;

/** One item with those that links lead to, over one or two of them. */
export const GetItemGraph = withAsOf({
  id: ItemId,
  hops: z.number().int().min(1).max(2).default(1).meta({ description: "How many links away, 1 or 2" }),
});
export type GetItemGraph = z.infer<typeof GetItemGraph>;

/** An item of a graph; `hops` is how many links lead to it at least, 0 for the one asked about. */
export const GraphItem = ItemSummary.pick({
  id: true,
  title: true,
  statusSubject: true,
  phase: true,
  reading: true,
}).extend({ hops: z.number().int() });
export type GraphItem = z.infer<typeof GraphItem>;

/** `itemId` names `toItemId`: it depends on it, blocks it, is part of it, is related to it. */
export const GraphLink = z.strictObject({ type: LinkType, itemId: ItemId, toItemId: ItemId });
export type GraphLink = z.infer<typeof GraphLink>;

/** Items by nearness, and every link between two of them; `isWhole` is false where further ones were left out. */
export const ItemGraph = z.strictObject({
  items: z.array(GraphItem),
  links: z.array(GraphLink),
  isWhole: z.boolean(),
  asOf: AsOf,
});
export type ItemGraph = z.infer<typeof ItemGraph>;
