import { Role } from "@readout/core/role";
import type { Instant } from "@readout/core/time";
import { z } from "zod";

/** What a key is called: short, one word, fit for a log line. */
const KeyName = z
  .string("is missing")
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u, "must be 1 to 64 letters, digits, dots, dashes or underscores");

/** The command: a key for a program, which acts in a role of its own. */
export const CreateKey = z.strictObject({
  role: z.enum(Role.options, `must be one of ${Role.options.join(", ")}`),
  name: KeyName,
});
export type CreateKey = z.infer<typeof CreateKey>;

/** A key as it may be listed: by what it is recognised, never by what it is. */
export interface ListedKey {
  id: string;
  name: string;
  role: Role;
  /** Its first characters. */
  start: string;
  /** Whom its writes are recorded as. */
  userId: string;
  createdAt: Instant;
  /** Whether it still opens doors. */
  works: boolean;
}
