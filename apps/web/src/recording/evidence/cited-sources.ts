"use client";

import { isReadoutError } from "@readout/core/error";
import type { SourceDetail } from "@readout/core/source";
import { useEffect, useState } from "react";
import { browserClient } from "../../trpc/browser.tsx";

/** A source that may be cited, with its paragraphs where its text is held and open to whoever asks. */
export type CitableSource = SourceDetail & { text?: readonly string[] };

// Asked for once a page: what is decided in the end is decided by the server, on what it then knows.
const asked = new Map<string, Promise<CitableSource | null>>();

/** One source with its text, null where there is none; asked for once. Rejects with a ReadoutError. */
function loadSource(id: string): Promise<CitableSource | null> {
  const known = asked.get(id);
  if (known !== undefined) return known;
  const answer = askFor(id).catch((error: unknown) => {
    asked.delete(id);
    throw error;
  });
  asked.set(id, answer);
  return answer;
}

async function askFor(id: string): Promise<CitableSource | null> {
  const { sources } = browserClient();
  const [source, text] = await Promise.all([orNull(sources.get({ id })), orNull(sources.text({ id }))]);
  if (source === null) return null;
  return text === null ? source : { ...source, text: text.paragraphs };
}

/** What is missing, or not open to whoever asks, is null. */
const orNull = <T>(answer: Promise<T>): Promise<T | null> =>
  answer.catch((error: unknown) => {
    if (isReadoutError(error) && ["not_found", "invalid_input", "forbidden"].includes(error.code)) return null;
    throw error;
  });

/** The sources of these ids with all that their lineage leads to, as deciding an entry needs them. Rejects with a ReadoutError. */
async function loadCitedSources(ids: readonly string[]): Promise<Map<string, CitableSource>> {
  const found = new Map<string, CitableSource>();
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

const NONE: ReadonlyMap<string, CitableSource> = new Map();

/** {@link loadCitedSources} while a form is filled in; what is known so far in the meantime. */
export function useCitedSources(ids: readonly string[]): ReadonlyMap<string, CitableSource> {
  const key = [...new Set(ids)].filter(Boolean).sort().join(" ");
  const [sources, setSources] = useState(NONE);
  useEffect(() => {
    let isCurrent = true;
    const load = () =>
      loadCitedSources(key.split(" ")).then(
        (loaded) => {
          if (isCurrent) setSources(loaded);
        },
        // Without an answer nothing is known yet; the server says at recording what is wrong.
        () => undefined,
      );
    void load();
    // A connection that comes back is used.
    window.addEventListener("online", load);
    return () => {
      isCurrent = false;
      window.removeEventListener("online", load);
    };
  }, [key]);
  return sources;
}
