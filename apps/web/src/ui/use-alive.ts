"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether the page's script has arrived: a form that needs it, sent before, would go to nowhere with its fields in the address. */
export const useAlive = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
