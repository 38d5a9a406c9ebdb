import { isAtLeast, type Role } from "@readout/core/role";

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

/** The pages of the desk, each for a role and those above it. */
const deskPlaces: readonly { href: string; name: string; role: Role }[] = [
  { href: "/desk", name: "Desk", role: "analyst" },
  { href: "/desk/review", name: "Review queue", role: "analyst" },
  { href: "/desk/items/new", name: "Open an item", role: "editor" },
  { href: "/desk/sources/new", name: "Add a source", role: "editor" },
  { href: "/desk/actors/new", name: "Add an actor", role: "editor" },
  { href: "/desk/disagreements/new", name: "Note a disagreement", role: "editor" },
  { href: "/desk/users", name: "Users", role: "admin" },
  { href: "/desk/keys", name: "Keys", role: "admin" },
  { href: "/desk/audit", name: "Audit log", role: "admin" },
  { href: "/account/watches", name: "Watches", role: "reader" },
  { href: "/desk/account", name: "Account", role: "reader" },
];

/** The pages of the desk that a role may open. */
export const deskPlacesFor = (role: Role) => deskPlaces.filter((place) => isAtLeast(role, place.role));

/** Whether a path lies in a place: "/items/x" lies in "/items", only "/" itself in "/". */
export const isWithin = (path: string, place: string): boolean =>
  place === "/" ? path === "/" : path === place || path.startsWith(`${place}/`);
