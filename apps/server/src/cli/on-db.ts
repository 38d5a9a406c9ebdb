import { closeDb, createDb, type Db } from "@readout/api/server";
import type { CommandSurroundings } from "./command.ts";

/** The work of a command that needs the database and is done when it ends. */
export const onDb =
  (work: (db: Db, on: CommandSurroundings) => Promise<void>) =>
  async (on: CommandSurroundings): Promise<number> => {
    const db = createDb({ connectionString: on.connectionString });
    try {
      await work(db, on);
      return 0;
    } finally {
      await closeDb(db);
    }
  };

/** What is wrong with the words of a command, in one line: `--role must be ...`. */
export const faultsOf = (
  issues: readonly { path: readonly PropertyKey[]; message: string }[],
  given: Readonly<Record<string, unknown>>,
): string =>
  issues
    .map(({ path: [field], message }) =>
      given[String(field)] === undefined ? `--${String(field)} is missing` : `--${String(field)} ${message}`,
    )
    .join("; ");
