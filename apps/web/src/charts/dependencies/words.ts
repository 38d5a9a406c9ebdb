import { statusFamily, statusWord } from "@readout/core/status";
import { inWords, joinWords, sentenceCase } from "@readout/core/wording";
import type { GraphEdge, GraphNode, GraphSeries } from "./series.ts";

/** How the second of an edge stands to the first, in words between them. */
export const edgeVerb: Record<GraphEdge["kind"], string> = {
  "depends-on": "depends on",
  blocks: "blocks",
  "part-of": "is part of",
  related: "is related to",
};

/** An edge as a sentence has it: who, how, whom. */
export function edgeParts(edge: GraphEdge, titleOf: (id: string) => string): [who: string, verb: string, whom: string] {
  const [first, second] = edge.kind === "depends-on" ? [edge.to, edge.from] : [edge.from, edge.to];
  return [titleOf(first), edgeVerb[edge.kind], titleOf(second)];
}

/** What is said of a node when it is picked: each of its links. */
export function nodeSentence({ id }: GraphNode, { nodes, edges }: GraphSeries): string {
  const titleOf = (other: string) => nodes.find((node) => node.id === other)?.title ?? other;
  const own = edges.filter(({ from, to }) => from === id || to === id);
  return `${own.map((edge) => edgeParts(edge, titleOf).join(" ")).join("; ")}.`;
}

/**
 * The finding over the graph: who waits for the item, what it waits for, what it is made of.
 *
 * "Two items wait for this one; one of them is stalled."
 */
export function graphTitle({ focus, nodes, edges }: GraphSeries): string {
  const byId = new Map<string, GraphNode>(nodes.map((node) => [node.id, node]));
  const across = (kinds: readonly GraphEdge["kind"][], side: "from" | "to") => {
    const other = side === "from" ? "to" : "from";
    const ids = edges.filter((edge) => edge[side] === focus.id && kinds.includes(edge.kind)).map((edge) => edge[other]);
    return [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
  };
  const waiting = across(["depends-on", "blocks"], "from");
  const needed = across(["depends-on", "blocks"], "to");
  const parts = across(["part-of"], "to");
  const wholes = across(["part-of"], "from");
  const said = [
    focus.ended ? waitedWords(waiting) : waitWords(waiting),
    focus.ended ? null : neededWords(needed),
    partsWords(parts),
    wholes.length === 0 ? null : `it is part of ${joinWords(wholes.map(({ title }) => title))}`,
  ].filter((part) => part !== null);
  if (said.length === 0) {
    const beside = new Set(edges.filter(({ from, to }) => from === focus.id || to === focus.id)).size;
    return `${sentenceCase(inWords(beside))} ${beside === 1 ? "item is" : "items are"} related to this one; none waits for it, and it waits for none.`;
  }
  return `${sentenceCase(said.slice(0, 2).join("; "))}.`;
}

const allOf = (n: number) => (n === 2 ? "both" : `all ${inWords(n)}`);
const open = (nodes: readonly GraphNode[]) => nodes.filter(({ ended }) => !ended);

function waitWords(waiting: readonly GraphNode[]): string | null {
  if (waiting.length === 0) return null;
  const still = open(waiting);
  if (still.length === 0)
    return waiting.length === 1
      ? "the one item that waited for this one has ended"
      : `${allOf(waiting.length)} items that waited for this one have ended`;
  return `${inWords(still.length)} ${still.length === 1 ? "item waits" : "items wait"} for this one${troubleWords(still)}`;
}

/** Of an item that has ended, nobody waits any more. */
const waitedWords = (waiting: readonly GraphNode[]): string | null => {
  if (waiting.length === 0) return null;
  const still = open(waiting);
  const left =
    still.length === 0 ? "none of them is open" : `${inWords(still.length)} ${still.length === 1 ? "is" : "are"} open`;
  return waiting.length === 1
    ? `one item waited for this one, and it is ${still.length === 1 ? "open" : "not open"}`
    : `${inWords(waiting.length)} items waited for this one; ${left}`;
};

function neededWords(needed: readonly GraphNode[]): string | null {
  if (needed.length === 0) return null;
  const still = open(needed);
  if (still.length === 0)
    return needed.length === 1
      ? "the one item that it waited for has ended"
      : `${allOf(needed.length)} items that it waited for have ended`;
  return `it waits for ${inWords(still.length)} open ${still.length === 1 ? "item" : "items"}${troubleWords(still)}`;
}

function partsWords(parts: readonly GraphNode[]): string | null {
  if (parts.length === 0) return null;
  const still = open(parts).length;
  const state =
    parts.length === 1
      ? still === 1
        ? "open"
        : "not open"
      : still === 0
        ? "none of them open"
        : `${inWords(still)} of them open`;
  return parts.length === 1
    ? `one item is part of it, ${state}`
    : `${inWords(parts.length)} items are part of it, ${state}`;
}

/** "; one of them is stalled", ", which is stalled" of a single one; empty where none is in trouble. */
function troubleWords(nodes: readonly GraphNode[]): string {
  const statuses = nodes.flatMap(({ reading: { status } }) =>
    status !== null && statusFamily[status] === "trouble" ? [statusWord(status)] : [],
  );
  if (statuses.length === 0) return "";
  if (nodes.length === 1) return `, which is ${statuses[0]}`;
  const words = joinWords([...new Set(statuses)], "or");
  const who = statuses.length === nodes.length ? allOf(nodes.length) : inWords(statuses.length);
  return `; ${who} of them ${statuses.length === 1 ? "is" : "are"} ${words}`;
}
