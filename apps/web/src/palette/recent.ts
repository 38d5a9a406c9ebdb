import type { Row } from "./rows.ts";

const KEPT = "readout.recent";
const MOST = 4;

type Kept = { name: string; path: string };

/** What was opened from here before, the last first; addresses without a day. */
export function recentRows(sameDay: (href: string) => string): Row[] {
  return read().map(({ name, path }) => ({
    group: "Opened before",
    title: [{ text: name, hit: false }],
    to: { href: sameDay(path) },
    isThing: true,
  }));
}

/** Keeps what is opened now. */
export function keepRecent(row: Row): void {
  if (!row.isThing || !("href" in row.to)) return;
  const url = new URL(row.to.href, location.origin);
  const path = `${url.pathname}${url.hash}`;
  const name = row.title.map(({ text }) => text).join("");
  const kept = [{ name, path }, ...read().filter((other) => other.path !== path)].slice(0, MOST);
  localStorage.setItem(KEPT, JSON.stringify(kept));
}

function read(): Kept[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isKept) : [];
  } catch {
    return [];
  }
}

// Whoever can write there could already do more; an address of another site is still no choice of ours.
const isKept = (value: Partial<Kept> | null): value is Kept =>
  typeof value?.name === "string" && /^\/(?!\/)/.test(String(value.path));
