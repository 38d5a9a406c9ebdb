import "server-only";
import { isAtLeast, type Role } from "@readout/core/role";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { signInHref } from "../accounts/next-path.ts";
import { bringsSession, requestMe } from "../accounts/request-me.ts";
import { requestHref } from "../as-of/request.ts";
import { orMissing } from "../shell/or-missing.tsx";
import { NotForYou } from "./not-for-you.tsx";

/** Who is at the desk; whoever is not signed in is sent to the sign-in page, and from there back. */
export async function requireMe() {
  const me = await requestMe();
  if (me !== null) return me;
  redirect(signInHref(await requestHref(), { ended: await bringsSession() }));
}

/**
 * A page of the desk for a role and those above it: others are told so, with the status 403. What it shows and does is
 * guarded by the procedures behind it; this only says it in words.
 */
export const deskPage =
  <Props,>(role: Role, page: (props: Props) => Promise<ReactNode>) =>
  async (props: Props): Promise<ReactNode> => {
    const me = await requireMe();
    return isAtLeast(me.role, role) ? orMissing(page)(props) : <NotForYou needed={role} me={me} />;
  };
