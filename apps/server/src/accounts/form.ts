import type { IncomingMessage } from "node:http";
import { invalidField } from "@readout/core/error";
import { BodyRefused, readBytes } from "../rest/body.ts";

/** More than any form of ours can hold. */
const maxFormBytes = 16 * 1024;

/**
 * Reads the fields of a form as browsers send it without a script.
 *
 * @throws BodyRefused 413 or 415
 */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const type = request.headers["content-type"] ?? "";
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type)) {
    request.resume();
    throw new BodyRefused(415, invalidField("Content-Type", "must be application/x-www-form-urlencoded"));
  }
  return new URLSearchParams((await readBytes(request, maxFormBytes)).toString("utf8"));
}
