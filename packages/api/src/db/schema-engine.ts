import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

/** PostgreSQL's type `"char"`, which its catalogue uses and the adapter does not know. */
const charOid = 18;

export const migrationFilters: engineModule.SchemaFilter = { externalTables: [], externalEnums: [] };

interface RefusedScript {
  script: string;
  error: Error;
}

/** What a caller of {@link withSchemaEngine} works with; everything runs in one transaction, undone unless committed. */
export interface SchemaEngineSession {
  engine: engineModule.SchemaEngine;
  query<Row extends object>(sql: string): Promise<Row[]>;
  commit(): Promise<void>;
  /** The first script that PostgreSQL refused, with its complaint. */
  refusedScript(): RefusedScript | null;
}

/**
 * Gives Prisma's schema engine (WebAssembly, no download) one connection to work on, and closes both afterwards.
 *
 * @param schemaFiles the Prisma schema where the work needs one, else empty
 */
export async function withSchemaEngine<T>(
  connectionString: string,
  schemaFiles: engineModule.SchemaContainer[],
  work: (session: SchemaEngineSession) => Promise<T>,
): Promise<T> {
  instantiated ??= instantiate();
  await instantiated;
  const pool = new pg.Pool({ connectionString, max: 1 });
  // One client, checked out for all of it: a pool drops the connection of a failed query, and with it the transaction.
  const client = await pool.connect();
  let refused: RefusedScript | null = null;
  const factory = bindMigrationAwareSqlAdapterFactory(
    migrationAdapter(pool, client, (script) => {
      refused ??= script;
    }),
  );
  const query = async <Row extends object>(sql: string) => (await client.query<Row>(sql)).rows;
  try {
    await query("BEGIN");
    const models = schemaFiles.map(({ path, content }): [string, string] => [path, content]);
    const datamodels = models.length > 0 ? models : undefined;
    const engine = await engineModule.SchemaEngine.new({ datamodels }, () => {}, factory);
    try {
      return await work({
        engine,
        query,
        commit: async () => void (await query("COMMIT")),
        refusedScript: () => refused,
      });
    } finally {
      engine.free();
    }
  } finally {
    // Ends the session, and with it a transaction that was not committed.
    client.release(true);
    await pool.end();
  }
}

/** Reads a migrations folder in the order of its names; an unreadable `migration.sql` becomes the engine's own complaint. */
export async function readMigrations(folder: string): Promise<engineModule.MigrationList> {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const migrationDirectories = await Promise.all(
    names.sort().map(async (path): Promise<engineModule.MigrationDirectory> => {
      const content = await readFile(join(folder, path, "migration.sql"), "utf8").then(
        (value) => ({ tag: "ok", value }) as const,
        (error: Error) => ({ tag: "error", value: error.message }) as const,
      );
      return { path, migrationFile: { path: "migration.sql", content } };
    }),
  );
  const lockfile = { path: "migration_lock.toml", content: 'provider = "postgresql"\n' };
  return { baseDir: folder, lockfile, shadowDbInitScript: "", migrationDirectories };
}

let instantiated: Promise<void> | undefined;

// Without the DOM's types, TypeScript knows the namespace but not its functions.
const { WebAssembly: wasmRuntime } = globalThis as unknown as {
  WebAssembly: {
    instantiate(code: Uint8Array, imports: object): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
  };
};

/** The package's own entry imports the .wasm file as a module, which Node does not do without a flag. */
async function instantiate(): Promise<void> {
  const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = await readFile(script.replace(/\.js$/, ".wasm"));
  const { instance } = await wasmRuntime.instantiate(wasm, { "./schema_engine_bg.js": patientImports() });
  (engineModule as unknown as { __wbg_set_wasm(exports: object): void }).__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  // Without a place for it, a panic of the engine hides its message behind a TypeError.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message(message: string) {
        throw new Error(`the schema engine failed: ${message}`);
      },
    },
  });
}

/** The engine never clears the ten-second timer around its lock: unreferenced, it keeps no process from ending. */
function patientImports(): object {
  return Object.fromEntries(
    Object.entries(engineModule).map(([name, value]) =>
      name.startsWith("__wbg_setTimeout")
        ? [name, (callback: () => void, delayMs: number) => setTimeout(callback, delayMs >>> 0).unref()]
        : [name, value],
    ),
  );
}

/** Prisma's adapter with two faults mended: it cuts scripts at every semicolon, and does not know `"char"`. */
function migrationAdapter(pool: pg.Pool, client: pg.PoolClient, onRefusal: (refused: RefusedScript) => void): PrismaPg {
  const charColumns = new WeakMap<object, number[]>();
  const query = client.query.bind(client) as (...args: unknown[]) => Promise<pg.QueryArrayResult>;
  // The engine asks for tables that may not be there: one refused query must not end the transaction around them all.
  const guarded = async (...args: unknown[]) => {
    await query("SAVEPOINT engine");
    try {
      return await query(...args);
    } catch (error) {
      await query("ROLLBACK TO SAVEPOINT engine");
      throw error;
    }
  };
  const translated = async (...args: unknown[]) => {
    const result = await guarded(...args);
    const chars = (result.fields ?? []).flatMap((field, index) => (field.dataTypeID === charOid ? [index] : []));
    for (const index of chars) result.fields[index]!.dataTypeID = pg.types.builtins.TEXT;
    if (chars.length > 0) charColumns.set(result.rows, chars);
    return result;
  };
  const factory = new PrismaPg(Object.assign(pool, { query: translated }));
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    return Object.assign(adapter, {
      queryRaw: async (...args: Parameters<typeof queryRaw>) => {
        const result = await queryRaw(...args);
        for (const index of charColumns.get(result.rows) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character;
        return result;
      },
      executeScript: async (script: string) => {
        try {
          await guarded(script);
        } catch (error) {
          onRefusal({ script, error: error as Error });
          throw error;
        }
      },
    });
  };
  return factory;
}
