"use client";

import { createReadoutClient, isReadoutError, type ReadoutClient, type ReadoutError } from "@readout/client";
import { useCallback, useRef, useState } from "react";

let client: ReadoutClient | null = null;

/** The API as the signed-in person, from the browser: same origin, with its cookie. For handlers and effects, not while drawing. */
export function browserClient(): ReadoutClient {
  client ??= createReadoutClient({ url: window.location.origin });
  return client;
}

/** Something that is asked of the server, and what became of it. */
export interface Action<Args extends unknown[], Result> {
  /** Does it. Gives null where the server refused or could not be reached: why stands in `error` then. */
  run(...args: Args): Promise<Result | null>;
  pending: boolean;
  /** Why the last run failed; null while none has, and from the next run on. */
  error: ReadoutError | null;
  clear(): void;
}

/**
 * A write with its pending state and its error, for a form or a button:
 * `const save = useAction((name: string) => browserClient().keys.create({ name, role }));`
 */
export function useAction<Args extends unknown[], Result>(
  perform: (...args: Args) => Promise<Result>,
): Action<Args, Result> {
  const [state, setState] = useState<{ pending: boolean; error: ReadoutError | null }>({ pending: false, error: null });
  const newest = useRef(0);
  const performed = useRef(perform);
  performed.current = perform;

  const run = useCallback(async (...args: Args): Promise<Result | null> => {
    newest.current += 1;
    const turn = newest.current;
    // An answer that comes after a newer question says nothing about what is on the screen.
    const settle = (error: ReadoutError | null) => {
      if (turn === newest.current) setState({ pending: false, error });
    };
    setState({ pending: true, error: null });
    try {
      const result = await performed.current(...args);
      settle(null);
      return result;
    } catch (error) {
      if (!isReadoutError(error)) {
        settle(null);
        throw error;
      }
      settle(error);
      return null;
    }
  }, []);
  const clear = useCallback(() => setState(({ pending }) => ({ pending, error: null })), []);
  return { run, ...state, clear };
}

/** What is wrong with one field, as the server said it; null where it had nothing against it. */
export const faultAt = (error: ReadoutError | null, path: string): string | null =>
  error?.details.fields?.find((fault) => fault.path === path)?.message ?? null;
