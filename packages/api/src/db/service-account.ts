import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { startProblem } from "./start-problem.ts";

const execute = promisify(execFile);

/** The user PostgreSQL runs as when we are root. */
export interface ServiceAccount {
  uid: number;
  gid: number;
}

/**
 * Null unless we are root; then the owner of the data folder where that is another user, else the user `postgres`, made when
 * the machine has none.
 */
export async function findServiceAccount(folder: string): Promise<ServiceAccount | null> {
  if (process.getuid?.() !== 0) return null;
  const owner = await stat(folder).catch(() => null);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const known = await lookUp();
  if (known) return known;
  try {
    await execute("groupadd", ["--force", "--system", "postgres"]);
    await execute("useradd", ["--system", "--gid", "postgres", "--no-create-home", "postgres"]);
  } catch (error) {
    throw startProblem("PostgreSQL refuses to run as root, and a user postgres could not be made for it", {
      cause: error,
    });
  }
  const made = await lookUp();
  if (!made) throw startProblem("PostgreSQL refuses to run as root, and there is no user postgres to run it as");
  return made;
}

async function lookUp(): Promise<ServiceAccount | null> {
  const [uid, gid] = await Promise.all(
    ["-u", "-g"].map((what) =>
      execute("id", [what, "postgres"]).then(
        ({ stdout }) => Number(stdout),
        () => null,
      ),
    ),
  );
  return uid != null && gid != null ? { uid, gid } : null;
}

/** Whether the account may pass through every folder down to this one, going by owner, group and mode. */
export async function isReachableBy(account: ServiceAccount, folder: string): Promise<boolean> {
  const { uid, gid, mode } = await stat(folder);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  const parent = dirname(folder);
  return parent === folder || isReachableBy(account, parent);
}
