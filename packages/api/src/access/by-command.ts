import { randomUUID } from "node:crypto";
import type { Writer } from "../audit/record-audit.ts";

/** Who writes when somebody at the machine itself gives a command. */
export const byCommand = (): Writer => ({ user: null, address: null, requestId: randomUUID() });
