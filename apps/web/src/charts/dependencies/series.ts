import type { LinkType } from "@readout/core/item";
import type { GraphItem, ItemGraph } from "@readout/core/item-graph";

/** A link as it is drawn: from what comes first to what waits for it, from a part to its whole, between two related ones. */
export type GraphEdge = { key: string; kind: LinkType; from: string; to: string };

export type GraphNode = GraphItem & {
  /** Whether the matter is closed: it steps back. */
  ended: boolean;
};

export type GraphSeries = { focus: GraphNode; nodes: GraphNode[]; edges: GraphEdge[]; isWhole: boolean };

export type GraphChart = { kind: "graph"; series: GraphSeries } | { kind: "none"; reason: "no_links" };

/**
 * What a graph of items shows. Which way a link is stated does not matter to a reader: "a blocks b" and "b depends on a" both
 * put a before b. A pair that is related and linked more firmly as well shows the firmer link alone.
 */
export function graphSeries({ items, links, isWhole }: ItemGraph): GraphChart {
  const [focus, ...others] = items.map((item): GraphNode => ({ ...item, ended: item.phase === "closed" }));
  if (focus === undefined || others.length === 0) return { kind: "none", reason: "no_links" };
  const edges = new Map<string, GraphEdge>();
  for (const { type, itemId, toItemId } of links) {
    // Two that name each other as related are related once.
    const turned = type === "depends-on" || (type === "related" && toItemId < itemId);
    const [from, to] = turned ? [toItemId, itemId] : [itemId, toItemId];
    const key = `${type} ${from} ${to}`;
    edges.set(key, { key, kind: type, from, to });
  }
  const all = [...edges.values()];
  const isFirm = (a: string, b: string) =>
    all.some(({ kind, from, to }) => kind !== "related" && ((from === a && to === b) || (from === b && to === a)));
  return {
    kind: "graph",
    series: {
      focus,
      nodes: [focus, ...others],
      edges: all.filter(({ kind, from, to }) => kind !== "related" || !isFirm(from, to)),
      isWhole,
    },
  };
}
