"use client";

import { isReadoutError } from "@readout/core/error";
import type { SourceDetail } from "@readout/core/source";
import { useEffect, useMemo, useState } from "react";
import { browserClient } from "../../trpc/browser.tsx";

// Asked for once a page: what is decided in the end is decided by the server, on what it then knows.
const asked = new Map<string, Promise<SourceDetail | null>>();

/** One source, null where there is none; asked for once. Rejects with a ReadoutError. */
export function loadSource(id: string): Promise<SourceDetail | null> {
  const known = asked.get(id);
  if (known !== undefined) return known;
  const answer = browserClient()
    .sources.get({ id })
    .catch((error: unknown) => {
      asked.delete(id);
      if (isReadoutError(error, "not_found") || isReadoutError(error, "invalid_input")) return null;
      throw error;
    });
  asked.set(id, answer);
  return answer;
}

/** The sources of these ids with all that their lineage leads to, as deciding an entry needs them. Rejects with a ReadoutError. */
export async function loadCitedSources(ids: readonly string[]): Promise<Map<string, SourceDetail>> {
  const found = new Map<string, SourceDetail>();
  const seen = new Set<string>();
  let wanted = [...new Set(ids)].filter((id) => id !== "");
  while (wanted.length > 0) {
    for (const id of wanted) seen.add(id);
    const loaded = (await Promise.all(wanted.map(loadSource))).filter((source) => source !== null);
    for (const source of loaded) found.set(source.id, source);
    const further = loaded.flatMap(({ lineage }) => lineage.map(({ derivedFrom }) => derivedFrom));
    wanted = [...new Set(further)].filter((id) => !seen.has(id));
  }
  return found;
}

const NONE: ReadonlyMap<string, SourceDetail> = new Map();

/** {@link loadCitedSources} while a form is filled in; what is known so far in the meantime. */
export function useCitedSources(ids: readonly string[]): ReadonlyMap<string, SourceDetail> {
  const key = useMemo(() => [...new Set(ids)].filter(Boolean).sort().join(" "), [ids]);
  const [sources, setSources] = useState(NONE);
  useEffect(() => {
    let current = true;
    // Without an answer nothing is known yet; the server says at recording what is wrong.
    loadCitedSources(key.split(" ")).then(
      (loaded) => current && setSources(loaded),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [key]);
  return sources;
}
