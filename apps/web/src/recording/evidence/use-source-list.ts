"use client";

import type { SourceSummary } from "@readout/core/source";
import { useCallback, useEffect, useRef, useState } from "react";
import { browserClient } from "../../trpc/browser.tsx";
import { inOrderOfChoice } from "./source-choices.ts";

const AT_ONCE = 200;
/** Beyond so many sources a list that is filtered here would be the wrong way to find one. */
const MOST_PAGES = 50;
const FRESH_MS = 10_000;

type SourceList = { sources: readonly SourceSummary[]; state: "loading" | "loaded" | "failed"; refresh: () => void };

/** All sources that may be picked; `refresh` asks again for those added meanwhile. */
export function useSourceList(): SourceList {
  const [sources, setSources] = useState<readonly SourceSummary[]>([]);
  const [state, setState] = useState<SourceList["state"]>("loading");
  const askedAt = useRef(Number.NEGATIVE_INFINITY);
  const refresh = useCallback(() => {
    if (performance.now() - askedAt.current < FRESH_MS) return;
    askedAt.current = performance.now();
    loadAll().then(
      (loaded) => {
        setSources(inOrderOfChoice(loaded));
        setState("loaded");
      },
      () => {
        askedAt.current = Number.NEGATIVE_INFINITY;
        setState((before) => (before === "loaded" ? before : "failed"));
      },
    );
  }, []);
  useEffect(refresh, [refresh]);
  return { sources, state, refresh };
}

async function loadAll(): Promise<SourceSummary[]> {
  const { sources } = browserClient();
  const all: SourceSummary[] = [];
  let cursor: string | null | undefined;
  for (let page = 0; page < MOST_PAGES && cursor !== null; page += 1) {
    const answer = await sources.list({ limit: AT_ONCE, ...(cursor != null && { cursor }) });
    all.push(...answer.sources);
    cursor = answer.nextCursor;
  }
  return all;
}
