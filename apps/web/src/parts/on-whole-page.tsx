import "server-only";
import type { ReactNode } from "react";
import { requestIsPart } from "../as-of/request.ts";

/** What no part of a page is: left out where its script asks for what a filter changed. */
export async function OnWholePage({ children }: { children: ReactNode }) {
  return (await requestIsPart()) ? null : children;
}
