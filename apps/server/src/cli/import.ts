import { parseArgs } from "node:util";
import { closeDb, createDb, loadDataset } from "@readout/api/server";
import { type Command, usageProblem } from "./command.ts";

/** Loads a data set; what is there already stays as it is. */
export const importDataset: Command = {
  name: "import",
  usage: "<folder>",
  summary: "Loads a data set; loading twice changes nothing",
  prepare: (args) => {
    const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0) throw usageProblem("one folder is needed");
    return async ({ connectionString, out }) => {
      const db = createDb({ connectionString });
      try {
        const loaded = await loadDataset(db, folder);
        const added = Object.entries(loaded).filter(([, count]) => count > 0);
        const words = added.map(
          ([kind, count]) => `${count} ${kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`,
        );
        out(words.length === 0 ? "nothing new" : `added ${words.join(", ")}`);
        return 0;
      } finally {
        await closeDb(db);
      }
    };
  },
};
