import "server-only";
import { isPrivate } from "../trpc/server.ts";

/**
 * What a picture of ours is sent with: other sites may show it, and keep it for a minute. Not for ever even where it is pinned to a
 * day that is over: it carries the item's title, which is as it is now.
 *
 * @param isKept false for an answer that is not a picture of the record: nobody keeps it
 */
export const pictureHeaders = (type: string, isKept: boolean): Record<string, string> => ({
  "Content-Type": type,
  "Cache-Control": isKept ? `${isPrivate() ? "private" : "public"}, max-age=60` : "no-store",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Access-Control-Allow-Origin": "*",
});
