import { describe, expect, it } from "vitest";
import { graphLayout, NODE } from "./layout.ts";
import { type GraphSeries, graphSeries } from "./series.ts";
import { graphTitle, nodeSentence } from "./words.ts";

type Link = [itemId: string, type: "depends-on" | "blocks" | "part-of" | "related", toItemId: string];

/** A graph of items a, b, c ...; `states` are their statuses where they are not under way. */
function series(links: Link[], states: Record<string, string> = {}): GraphSeries {
  const ids = [...new Set(["a", ...links.flatMap(([from, , to]) => [from, to])])];
  const items = ids.map((id) => {
    const status = states[id] ?? "under-way";
    const phase = status === "concluded" ? "closed" : "open";
    return { id, title: `Item ${id}`, statusSubject: "it", phase, hops: 1, reading: { status, alternatives: [] } };
  });
  const graph = { items, links: links.map(([itemId, type, toItemId]) => ({ itemId, type, toItemId })), isWhole: true };
  const chart = graphSeries(graph as unknown as Parameters<typeof graphSeries>[0]);
  if (chart.kind === "none") throw new Error("no links");
  return chart.series;
}

const place = (given: GraphSeries) =>
  new Map<string, ReturnType<typeof graphLayout>["nodes"][number]>(
    graphLayout(given).nodes.map((mark) => [mark.node.id, mark]),
  );

describe("a graph of items", () => {
  const chain = series([
    ["a", "depends-on", "b"],
    ["a", "blocks", "c"],
    ["d", "part-of", "a"],
    ["a", "related", "e"],
  ]);

  it("puts what comes first at the left, whichever way the link is stated", () => {
    const at = place(chain);
    expect(at.get("b")!.x).toBeLessThan(at.get("a")!.x);
    expect(at.get("d")!.x).toBe(at.get("b")!.x);
    expect(at.get("c")!.x).toBeGreaterThan(at.get("a")!.x);
  });

  it("puts what is only related below, in the same column", () => {
    const at = place(chain);
    expect(at.get("e")!.x).toBe(at.get("a")!.x);
    expect(at.get("e")!.y).toBeGreaterThanOrEqual(at.get("a")!.y + NODE.height);
  });

  it("lays no node over another and none outside", () => {
    const hub = series(
      Array.from(
        { length: 16 },
        (_, i): Link => [`n${i}`, i % 3 === 0 ? "related" : "blocks", i < 12 ? "a" : `n${i - 8}`],
      ),
    );
    const { nodes, width, height } = graphLayout(hub);
    expect(nodes).toHaveLength(17);
    for (const one of nodes) {
      expect(one.x).toBeGreaterThanOrEqual(0);
      expect(one.x + NODE.width).toBeLessThanOrEqual(width);
      expect(one.y + NODE.height).toBeLessThanOrEqual(height);
      for (const other of nodes)
        if (one !== other)
          expect(Math.abs(one.x - other.x) >= NODE.width || Math.abs(one.y - other.y) >= NODE.height).toBe(true);
    }
  });

  it("fits four layers into the width of a page", () => {
    const four = series([
      ["a", "blocks", "b"],
      ["b", "blocks", "c"],
      ["c", "blocks", "d"],
    ]);
    expect(graphLayout(four).width).toBeLessThanOrEqual(1344);
  });

  it("draws a head for each firm kind, and none for what is related", () => {
    const { edges } = graphLayout(chain);
    const heads = new Map(edges.map(({ edge, head }) => [edge.kind, head]));
    expect(new Set(heads.values()).size).toBe(4);
    expect(heads.get("related")).toBeNull();
  });

  it("leads from every node by its keys along an edge, up and down within its column", () => {
    const at = place(chain);
    expect(at.get("a")!.keys).toMatchObject({ right: "c", down: "e", up: null });
    expect(["b", "d"]).toContain(at.get("a")!.keys.left);
    expect(at.get("c")!.keys).toMatchObject({ left: "a", right: null });
    expect(at.get("b")!.keys.right).toBe("a");
  });

  it("shows items that wait for each other in a ring all the same", () => {
    const ring = series([
      ["a", "depends-on", "b"],
      ["b", "depends-on", "c"],
      ["c", "depends-on", "a"],
    ]);
    expect(graphLayout(ring).edges).toHaveLength(3);
  });

  it("says a relation once, and not beside a firmer link", () => {
    expect(
      series([
        ["a", "related", "b"],
        ["b", "related", "a"],
      ]).edges,
    ).toHaveLength(1);
    expect(
      series([
        ["a", "related", "b"],
        ["b", "blocks", "a"],
      ]).edges.map(({ kind }) => kind),
    ).toEqual(["blocks"]);
  });
});

describe("the finding over a graph", () => {
  it.each<[string, Link[], Record<string, string>]>([
    [
      "Two items wait for this one; one of them is stalled.",
      [
        ["b", "depends-on", "a"],
        ["a", "blocks", "c"],
      ],
      { c: "stalled" },
    ],
    ["One item waits for this one, which is suspended.", [["b", "depends-on", "a"]], { b: "suspended" }],
    [
      "It waits for one open item.",
      [
        ["a", "depends-on", "b"],
        ["a", "depends-on", "c"],
      ],
      { c: "concluded" },
    ],
    [
      "Both items that it waited for have ended.",
      [
        ["a", "depends-on", "b"],
        ["c", "blocks", "a"],
      ],
      { b: "concluded", c: "concluded" },
    ],
    [
      "Two items waited for this one; one is open.",
      [
        ["b", "depends-on", "a"],
        ["a", "blocks", "c"],
      ],
      { a: "concluded", c: "concluded" },
    ],
    [
      "Two items are part of it, one of them open.",
      [
        ["b", "part-of", "a"],
        ["c", "part-of", "a"],
      ],
      { c: "concluded" },
    ],
    ["It is part of Item b.", [["a", "part-of", "b"]], {}],
    ["One item is related to this one; none waits for it, and it waits for none.", [["a", "related", "b"]], {}],
  ])("%s", (sentence, links, states) => expect(graphTitle(series(links, states))).toBe(sentence));

  it("says of a node every link it has, in the direction it is stated", () => {
    const one = series([
      ["a", "depends-on", "b"],
      ["a", "blocks", "c"],
    ]);
    expect(nodeSentence(one.focus, one)).toBe("Item a depends on Item b; Item a blocks Item c.");
  });
});
