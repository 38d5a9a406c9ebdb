import { ask, isSignedIn, Refusal } from "../ui/ask.ts";

export type View = { id: string; name: string; path: string; search: string };
export type NewView = Omit<View, "id">;

/** Where one's own views are kept. What is refused is thrown as a Refusal. */
export type ViewStore = {
  list(): Promise<View[]>;
  save(view: NewView): Promise<void>;
  rename(view: View, name: string): Promise<void>;
  remove(view: View): Promise<void>;
};

const KEY = "readout.views";
const byName = (a: View, b: View): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

function readKept(): View[] {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

function keep(views: readonly View[]): void {
  if (views.length === 0) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, JSON.stringify([...views].sort(byName)));
}

/** The name as it is kept; refused in the words in which the server would. */
function named(name: string, others: readonly View[]): string {
  const trimmed = name.trim();
  const refuse = (message: string) => new Refusal(400, message, [{ path: "name", message }]);
  if (trimmed === "") throw refuse("must not be blank");
  if (others.some((view) => view.name === trimmed)) throw refuse(`“${trimmed}” is the name of another of your views`);
  return trimmed;
}

/** For who is not signed in: in this browser, and nowhere else. */
export const inBrowser: ViewStore = {
  list: async () => readKept(),
  async save(view) {
    const kept = readKept();
    keep([...kept, { ...view, name: named(view.name, kept), id: `${Date.now()}-${Math.random()}` }]);
  },
  async rename({ id }, name) {
    const others = readKept().filter((view) => view.id !== id);
    const view = readKept().find((one) => one.id === id);
    if (view !== undefined) keep([...others, { ...view, name: named(name, others) }]);
  },
  remove: async ({ id }) => keep(readKept().filter((view) => view.id !== id)),
};

const onServer: ViewStore = {
  list: async () => (await ask<{ views: View[] }>("/views")).views,
  save: async ({ name, path, search }) => void (await ask("/views", { name, path, search })),
  rename: async ({ id }, name) => void (await ask(`/views/${id}/edits`, { name })),
  remove: async ({ id }) => void (await ask(`/views/${id}/removal`, {})),
};

export const viewStore = (): ViewStore => (isSignedIn() ? onServer : inBrowser);
