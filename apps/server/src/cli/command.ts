import type { Settings } from "../env.ts";

/** What a command works on; the database is migrated. */
export interface CommandSurroundings {
  connectionString: string;
  secret: string;
  settings: Settings;
  /** A line of the result, to standard output. */
  out(line: string): void;
  /** A line about the work, to standard error. */
  note(line: string): void;
}

/** One command of `npm run readout -- <name> ...`. */
export interface Command {
  /** The words it is called by, as in "keys create". */
  name: string;
  /** Its arguments, as shown in the list of commands. */
  usage: string;
  summary: string;
  /**
   * Reads the arguments before any database is touched.
   *
   * @returns the work, which answers with the exit code
   * @throws a {@link usageProblem}
   */
  prepare(args: string[]): (on: CommandSurroundings) => Promise<number>;
}

/** The command was called wrongly: shown in one line, with its usage. */
export function usageProblem(message: string): Error {
  return Object.assign(new Error(message), { name: "UsageProblem" });
}

/** Node's own complaints about arguments are sentences for people already. */
export function isUsageProblem(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  return error.name === "UsageProblem" || (typeof code === "string" && code.startsWith("ERR_PARSE_ARGS_"));
}
