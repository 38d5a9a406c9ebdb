import { parseArgs } from "node:util";
import { createKey, listKeys, revokeKey } from "@readout/api/server";
import { CreateKey } from "@readout/core/account";
import { ReadoutError } from "@readout/core/error";
import { type Command, usageProblem } from "./command.ts";
import { faultsOf, onDb } from "./on-db.ts";

/** Makes a key for a program and prints it, alone and this once. */
export const keysCreate: Command = {
  name: "keys create",
  usage: "--role <reader|analyst|editor|admin> --name <name>",
  summary: "Makes a key for a program; prints it alone, this once",
  prepare: (args) => {
    const { values } = parseArgs({ args, options: { role: { type: "string" }, name: { type: "string" } } });
    const command = CreateKey.safeParse(values);
    if (!command.success) {
      throw new ReadoutError("invalid_input", faultsOf(command.error.issues, values));
    }
    return onDb(async (db, { out }) => {
      out((await createKey(db, command.data)).key);
    });
  },
};

/** Lists keys by what they are recognised by. */
export const keysList: Command = {
  name: "keys list",
  usage: "",
  summary: "Lists the keys: name, role, first characters, when made, when last used, whether revoked",
  prepare: (args) => {
    parseArgs({ args, options: {} });
    return onDb(async (db, { out, note }) => {
      const keys = await listKeys(db);
      for (const { name, role, start, createdAt, lastUsedAt, works } of keys)
        out([name, role, `${start}…`, createdAt, lastUsedAt ?? "never", works ? "works" : "revoked"].join("\t"));
      if (keys.length === 0) note("there are no keys");
    });
  },
};

/** Ends a key, beside a running server too. */
export const keysRevoke: Command = {
  name: "keys revoke",
  usage: "<name or id>",
  summary: "Ends a key at once",
  prepare: (args) => {
    const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
    const [nameOrId, ...more] = positionals;
    if (nameOrId === undefined || more.length > 0) throw usageProblem("one name or id is needed");
    return onDb(async (db, { note }) => {
      await revokeKey(db, nameOrId);
      note(`${nameOrId} no longer works`);
    });
  },
};
