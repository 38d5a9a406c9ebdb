import "server-only";
import { requestHref } from "../as-of/request.ts";
import { themeIn } from "./asked-picture.ts";
import type { Theme } from "./palette.ts";

/** The paper that a card on another site asks for; our own pages follow the reader's system. */
export async function requestTheme(): Promise<Theme | null> {
  const { pathname, searchParams } = new URL(await requestHref(), "http://readout.invalid");
  return pathname.startsWith("/embed/") ? themeIn(searchParams) : null;
}
