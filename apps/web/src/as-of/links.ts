import type { AsOfInput } from "@readout/core/as-of";

const names = ["knownOn", "validOn", "basis"] as const;

/**
 * The address of a page of ours on the same day: its own parameters first, then the as-of.
 *
 * @param href a path of this site, with or without query and hash; an as-of of its own is replaced
 * @param asOf what to keep; `{}` is today
 */
export function atDay(href: string, asOf: AsOfInput): string {
  const [beforeHash = "", ...hash] = href.split("#");
  const [path = "", ...query] = beforeHash.split("?");
  const search = new URLSearchParams(query.join("?"));
  for (const name of names) {
    search.delete(name);
    const value = asOf[name];
    if (value !== undefined) search.set(name, value);
  }
  const text = search.toString();
  return `${path}${text === "" ? "" : `?${text}`}${hash.length > 0 ? `#${hash.join("#")}` : ""}`;
}

/** The address with some parameters set, and those given as null or empty taken out. */
export function withParams(href: string, params: Record<string, string | null>): string {
  const [path = "", query = ""] = href.split("?");
  const search = new URLSearchParams(query);
  for (const [name, value] of Object.entries(params)) {
    if (value === null || value === "") search.delete(name);
    else search.set(name, value);
  }
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}
