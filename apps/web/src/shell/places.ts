/** The seven places of the masthead, in order, and what page title each path stands under. */
export const places = [
  { href: "/", name: "Overview" },
  { href: "/items", name: "Items" },
  { href: "/timeline", name: "Timeline" },
  { href: "/calendar", name: "Calendar" },
  { href: "/changes", name: "Changes" },
  { href: "/scenarios", name: "Scenarios" },
  { href: "/sources", name: "Sources" },
] as const;

/** Whether a path lies in a place: "/items/x" lies in "/items", only "/" itself in "/". */
export const isWithin = (path: string, place: string): boolean =>
  place === "/" ? path === "/" : path === place || path.startsWith(`${place}/`);
