import { readSettings } from "../env.ts";
import { product } from "../product.ts";
import { digestsSend } from "./digests.ts";
import { dispatch } from "./dispatch.ts";
import { importDataset } from "./import.ts";
import { keysCreate, keysList, keysRevoke } from "./keys.ts";
import { usersAdd, usersLetIn, usersList, usersReset, usersRole, usersShutOut } from "./users.ts";
import { verify } from "./verify.ts";

process.once("SIGINT", () => process.exit(130)).once("SIGTERM", () => process.exit(143));

const code = await dispatch(process.argv.slice(2), {
  commands: [
    ...[keysCreate, keysList, keysRevoke],
    ...[usersAdd, usersList, usersRole, usersReset, usersShutOut, usersLetIn],
    ...[importDataset, verify, digestsSend],
  ],
  migrationsFolder: product.migrationsFolder,
  readSettings,
  terminal: {
    out: (line) => process.stdout.write(`${line}\n`),
    note: (line) => process.stderr.write(`${line}\n`),
  },
});
process.exit(code);
