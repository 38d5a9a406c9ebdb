import type { Me } from "@readout/core/account";
import { reviewIsRequired } from "../trpc/server.ts";

/** Whether another person decides on what somebody writes: an analyst never records, and nobody where review is required. */
export const proposesAs = ({ role }: Pick<Me, "role">): boolean => role === "analyst" || reviewIsRequired();
