import { parseArgs } from "node:util";
import { closeDb, createDb, type LedgerFault, verifyLedgers } from "@readout/api/server";
import type { Command } from "./command.ts";

/** Recomputes every chain, bound and cached reading, and names what does not fit. */
export const verify: Command = {
  name: "verify",
  usage: "",
  summary: "Recomputes every chain, bound and cached reading; names the first entry that does not fit",
  prepare: (args) => {
    parseArgs({ args, options: {} });
    return async ({ connectionString, out, note }) => {
      const db = createDb({ connectionString });
      try {
        const { items, entries, faults } = await verifyLedgers(db);
        for (const fault of faults) out(describe(fault));
        note(
          `${items} items, ${entries} entries: ${faults.length === 0 ? "everything fits" : `${faults.length} do not fit`}`,
        );
        return faults.length === 0 ? 0 : 1;
      } finally {
        await closeDb(db);
      }
    };
  },
};

function describe({ itemId, seq, fault }: LedgerFault): string {
  const place = [itemId, seq === null ? null : `entry ${seq}`].filter((part) => part !== null).join(", ");
  return place === "" ? fault : `${place}: ${fault}`;
}
