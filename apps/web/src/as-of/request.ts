import "server-only";
import type { Instant } from "@readout/core/time";
import { headers } from "next/headers";
import { cache } from "react";
import { now } from "../trpc/server.ts";
import { type AsOfView, readAsOf, viewOf } from "./search-params.ts";
import { PART_HEADER, URL_HEADER } from "./url-header.ts";

/** Path and query of the page asked for, as in "/items?phase=open". */
export const requestHref = cache(async (): Promise<string> => (await headers()).get(URL_HEADER) ?? "/");

/** The day that the page asked for shows; the same object for everything drawn in one request. */
export const requestAsOf = cache(async (): Promise<AsOfView> => {
  const url = new URL(await requestHref(), "http://readout.invalid");
  return viewOf(readAsOf(url.searchParams).input, now() as Instant);
});

/** Whether the script of a page asks for what a filter changed, and not for what stands around it. */
export const requestIsPart = cache(async (): Promise<boolean> => ((await headers()).get(PART_HEADER) ?? "") !== "");
