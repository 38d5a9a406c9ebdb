import "server-only";
import { isAtLeast } from "@readout/core/role";
import { requestMe } from "../accounts/request-me.ts";
import { requestAsOf } from "../as-of/request.ts";

/** Whether whoever asks may edit what the page shows; on a past day nobody may. */
export async function requestMayEdit(): Promise<boolean> {
  const [{ state }, me] = await Promise.all([requestAsOf(), requestMe()]);
  return state === "today" && me !== null && isAtLeast(me.role, "editor");
}
