import { readFile } from "node:fs/promises";
import { migrationFilters, readMigrations, withSchemaEngine } from "./schema-engine.ts";
import { startProblem } from "./start-problem.ts";

/** Any number, the same in every Readout: two servers on one database migrate one after the other. */
const migrationLock = "7264017201";

/**
 * Brings a database to the last migration with Prisma's own engine, and keeps its ordinary `_prisma_migrations` table.
 * All outstanding migrations are applied in one transaction: whatever interrupts it, the database is as before.
 *
 * @param folder the migrations folder, one sub-folder with a `migration.sql` for each
 * @returns the names of the migrations just applied, in order
 * @throws a StartProblem with one line when an applied migration was edited or is missing from the folder, or one fails
 */
export async function migrate(connectionString: string, folder: string): Promise<string[]> {
  const migrationsList = await readMigrations(folder);
  return withSchemaEngine(connectionString, [], async ({ engine, query, commit, refusedScript }) => {
    await query(`SELECT pg_advisory_xact_lock(${migrationLock})`);
    const history = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters: migrationFilters,
    });
    const edited = history.editedMigrationNames[0];
    if (edited) throw startProblem(`migration ${edited} was edited after it was applied to this database`);
    const failed = history.failedMigrationNames[0];
    if (failed)
      throw startProblem(`migration ${failed} failed here earlier and was not resolved (prisma migrate resolve)`);
    const missing =
      history.history && "unpersistedMigrationNames" in history.history && history.history.unpersistedMigrationNames[0];
    if (missing)
      throw startProblem(
        `this database has migration ${missing}, which ${folder} lacks: it belongs to another version`,
      );
    try {
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: migrationFilters });
      await commit();
      return appliedMigrationNames;
    } catch (error) {
      // The engine's own message repeats the script, or says that the transaction is over; PostgreSQL's says what is wrong.
      const { script, error: cause } = refusedScript() ?? { script: null, error: error as Error };
      const name = migrationsList.migrationDirectories.find(
        ({ migrationFile }) => migrationFile.content.value === script,
      )?.path;
      throw startProblem(`migration ${name ?? `in ${folder}`} fails: ${cause.message.split("\n")[0]}`, { cause });
    }
  });
}

/**
 * Compares a database with a Prisma schema.
 *
 * @param schemaFile path of schema.prisma
 * @returns the SQL that would lead from the database to the schema; empty when they agree. What a Prisma schema cannot say
 *   (triggers, checks, exclusion constraints, functions, columns included in an index) is not compared
 */
export async function diffSchema(connectionString: string, schemaFile: string): Promise<string> {
  const files = [{ path: schemaFile, content: await readFile(schemaFile, "utf8") }];
  return withSchemaEngine(connectionString, files, async ({ engine, query }) => {
    const { stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: "." },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: migrationFilters,
    });
    const covering = await query<{ name: string }>(
      `SELECT relname AS name FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE indnkeyatts < indnatts
       AND relnamespace = current_schema()::regnamespace`,
    );
    // The engine takes included columns for keys, and would make such an index anew for ever.
    const isCovering = (step: string) =>
      /^-- (?:Drop|Create)Index/.test(step) && covering.some(({ name }) => step.includes(`"${name}"`));
    const steps = (stdout ?? "").split(/^(?=-- )/m).map((step) => step.trim());
    return steps
      .filter((step) => step !== "" && step !== "-- This is an empty migration." && !isCovering(step))
      .join("\n\n");
  });
}
