// Arrow keys follow the lines of a graph of items; a node that is pointed at or focused shows its own links and says them.
const graph = document.querySelector<HTMLElement>("[data-graph]");
const says = document.querySelector<HTMLElement>("[data-graph-says]");
if (graph !== null && says !== null) {
  const nodes = new Map(
    [...graph.querySelectorAll<HTMLElement>("[data-node]")].map((node) => [node.dataset.node ?? "", node]),
  );
  const edges = [...graph.querySelectorAll<SVGElement>("[data-from]")];

  const pick = (picked: HTMLElement | null) => {
    for (const mark of [...nodes.values(), ...edges]) delete mark.dataset.on;
    if (picked === null) delete graph.dataset.picked;
    else {
      graph.dataset.picked = "";
      picked.dataset.on = "";
      for (const edge of edges) {
        const { from = "", to = "" } = edge.dataset;
        if (from !== picked.dataset.node && to !== picked.dataset.node) continue;
        for (const mark of [edge, nodes.get(from), nodes.get(to)]) if (mark !== undefined) mark.dataset.on = "";
      }
    }
    says.textContent = picked?.dataset.says ?? "";
  };
  const nodeOf = (target: EventTarget | null) =>
    target instanceof Element ? target.closest<HTMLElement>("[data-node]") : null;
  const focused = () => nodeOf(document.activeElement);

  graph.addEventListener("focusin", (event) => pick(nodeOf(event.target)));
  graph.addEventListener("focusout", () => pick(null));
  graph.addEventListener("pointerover", (event) => pick(nodeOf(event.target) ?? focused()));
  graph.addEventListener("pointerleave", () => pick(focused()));

  const keys = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" } as const;
  graph.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const way = keys[event.key as keyof typeof keys];
    const from = focused();
    if (way === undefined || from === null) return;
    // At the edge of the graph the key does nothing, and least of all scrolls.
    event.preventDefault();
    nodes.get(from.dataset[way] ?? "")?.focus();
  });
}
