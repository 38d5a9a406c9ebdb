"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether the page answers to hands yet: what is typed before its script has come would be lost. */
export const useIsAlive = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
