import "server-only";
import type { Instant } from "@readout/core/time";
import { type AsOfView, readAsOf, viewOf } from "../as-of/search-params.ts";
import { orNull } from "../shell/or-missing.tsx";
import { now } from "../trpc/server.ts";
import { loadShared, type SharedItem } from "./load-shared.ts";
import type { Theme } from "./palette.ts";

/** A picture asked for by its file name, as in "new-start-extension.svg", with an as-of and a theme beside it. */
export type AskedPicture =
  | { kind: "item"; shared: SharedItem; theme: Theme | null }
  | { kind: "missing" }
  | { kind: "malformed"; message: string };

/** The address has a dot and passes by the proxy, so the day is read, and refused, here. */
export async function askedPicture(request: Request, file: string, ending: string): Promise<AskedPicture> {
  const { searchParams } = new URL(request.url);
  const { input, faults } = readAsOf(searchParams);
  const [fault] = faults;
  if (fault !== undefined) return { kind: "malformed", message: `${fault.path} ${fault.message}` };
  if (!file.endsWith(ending)) return { kind: "missing" };
  const shared = await orNull(loadShared(file.slice(0, -ending.length), input));
  if (shared === null) return { kind: "missing" };
  return { kind: "item", shared, theme: themeIn(searchParams) };
}

/** The day a picture of the whole record is asked for; null where it cannot be read. */
export function askedView(request: Request): AsOfView | null {
  const { input, faults } = readAsOf(new URL(request.url).searchParams);
  return faults.length > 0 ? null : viewOf(input, now() as Instant);
}

/** Light or dark paper where the address says so; else the reader's system decides. */
export function themeIn(search: URLSearchParams): Theme | null {
  const theme = search.get("theme");
  return theme === "light" || theme === "dark" ? theme : null;
}
