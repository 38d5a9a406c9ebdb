import type { IncomingMessage } from "node:http";
import type { Context, Installation } from "@readout/api/server";
import type { Door } from "./http.ts";

/** What a door to the API works with. */
export interface DoorSurroundings {
  installation: Installation;
  /**
   * The context of a request: who asks, by the key it carries, and its id.
   *
   * @throws ReadoutError unauthenticated for a key that is not known, has expired or was revoked; rate_limited
   */
  contextOf(request: IncomingMessage): Promise<Context>;
  /** The address people reach Readout at, without a trailing slash. */
  url: string;
}

/** Several doors as one: each is asked in turn, until one answers. */
export const inTurn =
  (...doors: Door[]): Door =>
  async (request, response) => {
    for (const door of doors) if (await door(request, response)) return true;
    return false;
  };
