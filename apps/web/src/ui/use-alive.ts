"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether the script has arrived: what is typed before is lost, a form sent before goes nowhere with its fields in the address. */
export const useAlive = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
