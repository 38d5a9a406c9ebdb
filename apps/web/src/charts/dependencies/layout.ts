import { Graph, layout } from "@dagrejs/dagre";
import type { GraphEdge, GraphNode, GraphSeries } from "./series.ts";

/** A text node; `x`, `y` are its upper left corner. The keys lead to the node that an arrow key goes to from here. */
export type NodeMark = {
  node: GraphNode;
  x: number;
  y: number;
  keys: { left: string | null; right: string | null; up: string | null; down: string | null };
};

/** An edge with the drawing of its end: an arrow, a bar, a diamond, or none. */
export type EdgeMark = { edge: GraphEdge; path: string; head: string | null };

export type GraphLayout = { width: number; height: number; nodes: NodeMark[]; edges: EdgeMark[] };

export const NODE = { width: 220, height: 44 };
const ROW_GAP = 14;
/** The width of a page, but for a bow at the right. */
const FULL_WIDTH = 1312;
const GAPS = { least: 56, most: 150 };
/** How far from a node the line of an edge ends: its head fills the rest. */
const HEAD = 12;
const ROUNDING = 26;

type Point = { x: number; y: number };

/**
 * Places a graph in layers, what comes first at the left. Items that are related only do not wait for each other: they stand
 * in the column of the one they are related to, below it.
 *
 * @returns marks in px; width and height follow from how many layers and rows there are
 */
export function graphLayout({ focus, nodes, edges }: GraphSeries): GraphLayout {
  const firm = edges.filter(({ kind }) => kind !== "related");
  const columns = columnsOf(focus, nodes, firm);
  const count = Math.max(...columns.values()) + 1;
  const gap = count < 2 ? 0 : clamp((FULL_WIDTH - count * NODE.width) / (count - 1), GAPS.least, GAPS.most);
  const placed = layered(focus, nodes, firm, gap);
  const corners = withRelated(placed.corners, nodes, edges, gap);
  const marks = nodes.map((node) => ({ node, ...corners.get(node.id)! }));
  const landings = landingsOf(firm);
  return {
    width: count * NODE.width + (count - 1) * gap,
    height: Math.max(...marks.map(({ y }) => y)) + NODE.height,
    nodes: marks.map((mark) => ({ ...mark, keys: keysOf(mark, marks, edges) })),
    edges: edges.map((edge) =>
      edge.kind === "related"
        ? relatedMark(edge, corners.get(edge.from)!, corners.get(edge.to)!)
        : firmMark(edge, corners, placed.bends.get(edge.key) ?? [], landings),
    ),
  };
}

const clamp = (value: number, least: number, most: number) => Math.floor(Math.min(most, Math.max(least, value)));

function dagreOf(focus: GraphNode, nodes: readonly GraphNode[], firm: readonly GraphEdge[], gap: number): Graph {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: "LR", nodesep: ROW_GAP, edgesep: 8, ranksep: gap });
  const linked = new Set([focus.id as string, ...firm.flatMap(({ from, to }) => [from, to])]);
  for (const { id } of nodes) if (linked.has(id)) graph.setNode(id, { ...NODE });
  // Several kinds of link between two take one way; each gets its own landing.
  for (const { key, from, to } of firm) graph.setEdge(from, to, {}, key);
  layout(graph);
  return graph;
}

/** The layer of each node that is linked firmly, 0 at the left. */
function columnsOf(focus: GraphNode, nodes: readonly GraphNode[], firm: readonly GraphEdge[]): Map<string, number> {
  const graph = dagreOf(focus, nodes, firm, GAPS.most);
  const step = NODE.width + GAPS.most;
  return new Map(graph.nodes().map((id) => [id, Math.round((graph.node(id).x! - NODE.width / 2) / step)]));
}

function layered(focus: GraphNode, nodes: readonly GraphNode[], firm: readonly GraphEdge[], gap: number) {
  const graph = dagreOf(focus, nodes, firm, gap);
  const corners = new Map<string, Point>(
    graph.nodes().map((id) => {
      const { x = 0, y = 0 } = graph.node(id);
      return [id, { x: Math.round(x - NODE.width / 2), y: Math.round(y - NODE.height / 2) }];
    }),
  );
  // Only an edge over more than one layer has bends worth following: where it passes between other nodes.
  const bends = new Map<string, Point[]>(
    firm.map(({ key, from, to }) => {
      const inner = (graph.edge(from, to, key).points ?? []).slice(1, -1);
      const isLong = Math.abs(corners.get(to)!.x - corners.get(from)!.x) > NODE.width + gap + 1;
      return [key, isLong ? inner.map(({ x, y }: Point) => ({ x: Math.round(x), y: Math.round(y) })) : []];
    }),
  );
  return { corners, bends };
}

/** Adds the items that are only related, nearest first, each at the foot of the column it belongs to. */
function withRelated(
  firm: ReadonlyMap<string, Point>,
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  gap: number,
): Map<string, Point> {
  const corners = new Map(firm);
  const step = NODE.width + gap;
  const footOf = (x: number) => {
    const own = [...corners.values()].filter((corner) => Math.abs(corner.x - x) < step / 2);
    return own.length === 0 ? 0 : Math.max(...own.map(({ y }) => y)) + NODE.height + ROW_GAP;
  };
  let waiting = nodes.filter(({ id }) => !corners.has(id));
  while (waiting.length > 0) {
    const next = waiting.find(({ id }) => beside(id, edges).some((other) => corners.has(other))) ?? waiting[0]!;
    const anchor = beside(next.id, edges).find((other) => corners.has(other));
    const x = anchor === undefined ? 0 : corners.get(anchor)!.x;
    corners.set(next.id, { x, y: footOf(x) });
    waiting = waiting.filter((node) => node !== next);
  }
  return corners;
}

const beside = (id: string, edges: readonly GraphEdge[]): string[] =>
  edges.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []));

const landingKinds: readonly GraphEdge["kind"][] = ["depends-on", "blocks", "part-of"];

/** Where on its left side a node takes each kind of link: edges of one kind share a landing, so that their heads are one. */
function landingsOf(firm: readonly GraphEdge[]): (edge: GraphEdge) => number {
  return ({ to, kind }) => {
    const kinds = landingKinds.filter((other) => firm.some((edge) => edge.to === to && edge.kind === other));
    return NODE.height / 2 + (kinds.indexOf(kind) - (kinds.length - 1) / 2) * 13;
  };
}

function firmMark(
  edge: GraphEdge,
  corners: ReadonlyMap<string, Point>,
  bends: readonly Point[],
  landing: (edge: GraphEdge) => number,
): EdgeMark {
  const [from, to] = [corners.get(edge.from)!, corners.get(edge.to)!];
  const start = { x: from.x + NODE.width + 4, y: from.y + NODE.height / 2 };
  const tip = { x: to.x - 4, y: to.y + landing(edge) };
  const path = curve([start, ...bends, { x: tip.x - HEAD, y: tip.y }]);
  return { edge, path, head: headOf(edge.kind, tip) };
}

/** A line through points that leaves and reaches each of them level. */
function curve([first, ...rest]: Point[]): string {
  let path = `M${first!.x} ${first!.y}`;
  let before = first!;
  for (const point of rest) {
    const middle = Math.round((before.x + point.x) / 2);
    path += `C${middle} ${before.y} ${middle} ${point.y} ${point.x} ${point.y}`;
    before = point;
  }
  return path;
}

function headOf(kind: GraphEdge["kind"], { x, y }: Point): string {
  const start = x - HEAD;
  if (kind === "depends-on") return `M${start} ${y}H${x}M${x - 7} ${y - 5}L${x} ${y}L${x - 7} ${y + 5}`;
  if (kind === "blocks") return `M${start} ${y}H${x - 1}M${x - 1} ${y - 6}V${y + 6}`;
  return `M${start} ${y}L${x - HEAD / 2} ${y - 4.5}L${x} ${y}L${x - HEAD / 2} ${y + 4.5}Z`;
}

/** Between two columns a curve from side to side; within one, a bow at its right. */
function relatedMark(edge: GraphEdge, a: Point, b: Point): EdgeMark {
  const middle = NODE.height / 2;
  if (a.x === b.x) {
    const x = a.x + NODE.width + 4;
    const bow = x + ROUNDING;
    const path = `M${x} ${a.y + middle}C${bow} ${a.y + middle} ${bow} ${b.y + middle} ${x} ${b.y + middle}`;
    return { edge, path, head: null };
  }
  const [left, right] = a.x < b.x ? [a, b] : [b, a];
  const from = { x: left.x + NODE.width + 4, y: left.y + middle };
  return { edge, path: curve([from, { x: right.x - 4, y: right.y + middle }]), head: null };
}

type Placed = { node: GraphNode } & Point;

/** Left and right follow an edge to that side, to the nearest node there; up and down stay in the column. */
function keysOf(mark: Placed, marks: readonly Placed[], edges: readonly GraphEdge[]): NodeMark["keys"] {
  const linked = new Set(beside(mark.node.id, edges));
  const nearest = (candidates: readonly Placed[]): string | null => {
    const distance = (other: Placed) => Math.abs(other.y - mark.y) + Math.abs(other.x - mark.x) / 10_000;
    const [first] = [...candidates].sort((a, b) => distance(a) - distance(b));
    return first?.node.id ?? null;
  };
  const column = marks.filter(({ x }) => x === mark.x);
  return {
    left: nearest(marks.filter(({ node, x }) => x < mark.x && linked.has(node.id))),
    right: nearest(marks.filter(({ node, x }) => x > mark.x && linked.has(node.id))),
    up: nearest(column.filter(({ y }) => y < mark.y)),
    down: nearest(column.filter(({ y }) => y > mark.y)),
  };
}
