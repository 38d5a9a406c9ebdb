import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

/** A process named so that its number, once given to another process, no longer fits. */
export interface ProcessId {
  pid: number;
  /** When it began, in whatever form the system tells it; only compared. */
  began: string;
}

export async function ownProcess(): Promise<ProcessId> {
  return { pid: process.pid, began: (await beganAt(process.pid)) ?? "" };
}

/** Whether exactly this process still runs. */
export async function isRunning({ pid, began }: ProcessId): Promise<boolean> {
  return (await beganAt(pid)) === began;
}

/** Null when there is no such process. */
async function beganAt(pid: number): Promise<string | null> {
  if (process.platform === "linux") {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
    // The name in parentheses may hold anything; the start is the twentieth field after it. Z and X are already dead.
    const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields && !/[ZX]/.test(fields[0] ?? "") ? (fields[19] ?? null) : null;
  }
  const listed = await promisify(execFile)("ps", ["-o", "lstart=", "-p", String(pid)]).catch(() => null);
  return listed?.stdout.trim() || null;
}
