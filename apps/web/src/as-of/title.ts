import "server-only";
import type { Metadata } from "next";
import { requestAsOf } from "./request.ts";
import { titleSuffix } from "./words.ts";

/** The metadata of a page: its title names the day when that is not today. */
export async function pageMetadata(title: string, description?: string): Promise<Metadata> {
  const full = `${title}${titleSuffix(await requestAsOf())}`;
  return {
    title: full,
    ...(description === undefined ? {} : { description }),
    openGraph: {
      title: full,
      siteName: "Readout",
      type: "website",
      ...(description === undefined ? {} : { description }),
    },
  };
}
