import type { NewView } from "./view-store.ts";

export const asOfNames = ["knownOn", "validOn", "basis"] as const;

/** Where a view leads: on the day it keeps, else on the day that is shown. */
export function hrefOf({ path, search }: Pick<NewView, "path" | "search">): string {
  const all = new URLSearchParams(search);
  const here = new URLSearchParams(location.search);
  if (!asOfNames.some((name) => all.has(name)))
    for (const name of asOfNames) if (here.has(name)) all.set(name, here.get(name)!);
  const text = all.toString();
  return text === "" ? path : `${path}?${text}`;
}
