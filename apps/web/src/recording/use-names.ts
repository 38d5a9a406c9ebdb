"use client";

import { useEffect, useState } from "react";
import { browserClient } from "../trpc/browser.tsx";

/** What everybody is called who may stand as an author, by id; null until it is known. */
export function useNames(): ReadonlyMap<string, string> | null {
  const [names, setNames] = useState<ReadonlyMap<string, string> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    browserClient()
      .people.list({})
      .then(
        ({ people }) => {
          if (isCurrent) setNames(new Map(people.map(({ id, name }) => [id, name])));
        },
        // Without an answer no name is said.
        () => undefined,
      );
    return () => {
      isCurrent = false;
    };
  }, []);
  return names;
}
