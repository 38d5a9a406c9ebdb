import "server-only";
import type { Me } from "@readout/core/account";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { api, refusalOf } from "../trpc/server.ts";

/** Who asks for this page; null for a visitor. Without a cookie nobody is asked, so that such a page is the same for everyone. */
export const requestMe = cache(async (): Promise<Me | null> => {
  if (!(await headers()).has("cookie")) return null;
  try {
    return (await api.account.me({})).user;
  } catch (error) {
    // A private installation does not even say that it knows nobody.
    if (refusalOf(error)?.code === "unauthenticated") return null;
    throw error;
  }
});

/** Whether the browser still brings a session, be it one that has ended. */
export const bringsSession = async (): Promise<boolean> =>
  (await cookies()).getAll().some(({ name }) => name.endsWith("session_token"));
