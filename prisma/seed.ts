import { fileURLToPath } from "node:url";
import { closeDb, createDb, loadDataset } from "@readout/api/server";

// For `prisma db seed` on a database of one's own; the server enters the data set by itself on its first start.
// biome-ignore lint/suspicious/noUndeclaredEnvVars: run by hand, never by turbo
const connectionString = process.env.DATABASE_URL;
if (connectionString === undefined) throw new Error("DATABASE_URL names the database to enter the data set into");
const db = createDb({ connectionString });
try {
  const loaded = await loadDataset(db, fileURLToPath(new URL("dataset", import.meta.url)), {
    onProgress: (done, total, what) => console.log(`${done} of ${total}: ${what}`),
  });
  console.log(`${loaded.items} items, ${loaded.entries} entries added`);
} finally {
  await closeDb(db);
}
