import { createHmac, timingSafeEqual } from "node:crypto";
import { invalidField } from "@readout/core/error";
import type { z } from "zod";

type Signer = { secret: string };
type ListInput = { limit: number; cursor?: string | undefined };

/**
 * Writes the cursor for the rows after a place in a list.
 *
 * @param list  the procedure, `items.list`
 * @param input as the procedure parsed it; the cursor is good for the same filters and as-of only, with any limit
 * @param place what the last row is sorted by
 * @returns URL-safe text that nobody without the secret can make
 */
export function writeCursor(ctx: Signer, list: string, input: ListInput, place: readonly (string | number | null)[]) {
  const content = Buffer.from(JSON.stringify(place)).toString("base64url");
  return `${content}.${seal(ctx, list, input, content)}`;
}

/**
 * Reads the place back.
 *
 * @param Place the shape that {@link writeCursor} was given for this list
 * @returns null for the first page
 * @throws invalid_input on `cursor` when it is not one of this list, these filters and this as-of
 */
export function readCursor<T>(ctx: Signer, list: string, input: ListInput, Place: z.ZodType<T>): T | null {
  if (input.cursor === undefined) return null;
  const [content = "", given = ""] = input.cursor.split(".");
  const expected = Buffer.from(seal(ctx, list, input, content));
  const actual = Buffer.from(given);
  if (`${content}.${given}` !== input.cursor || actual.length !== expected.length || !timingSafeEqual(actual, expected))
    throw invalidField("cursor", "is not one that this list gave for these parameters");
  return Place.parse(JSON.parse(Buffer.from(content, "base64url").toString()));
}

function seal(ctx: Signer, list: string, input: ListInput, content: string): string {
  const { limit: _limit, cursor: _cursor, ...query } = input as ListInput & Record<string, unknown>;
  const hmac = createHmac("sha256", ctx.secret).update(`cursor\n${list}\n${JSON.stringify(query)}\n${content}`);
  return hmac.digest("base64url").slice(0, 22);
}
