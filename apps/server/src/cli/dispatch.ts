import { migrate } from "@readout/api/db/migrate";
import { isStartProblem } from "@readout/api/db/start-problem";
import { isReadoutError } from "@readout/core/error";
import { attachCommand } from "../database/attach.ts";
import type { Settings } from "../env.ts";
import { type Command, isUsageProblem } from "./command.ts";

interface Terminal {
  out(line: string): void;
  note(line: string): void;
}

export interface DispatchOptions {
  commands: readonly Command[];
  migrationsFolder: string;
  readSettings: () => Settings;
  terminal: Terminal;
}

/**
 * Runs one command on the database of the server that holds the data folder, or on its own while it works.
 *
 * @param args as typed after `npm run readout --`
 * @returns the exit code: that of the command, 1 when it fails, 2 when it was called wrongly
 */
export async function dispatch(args: readonly string[], options: DispatchOptions): Promise<number> {
  const { commands, terminal } = options;
  if (args.length === 0 || args[0] === "help" || args[0] === "--help") {
    for (const line of usageOf(commands)) (args.length === 0 ? terminal.note : terminal.out)(line);
    return args.length === 0 ? 2 : 0;
  }
  const command = commands.find(({ name }) => name.split(" ").every((word, index) => args[index] === word));
  if (!command) {
    const kin = commands.filter(({ name }) => name.startsWith(`${args[0]} `)).map(({ name }) => name.split(" ")[1]);
    const fault =
      kin.length > 0 ? `${args[0]} goes with ${kin.join(", ")}` : `there is no command "${args.slice(0, 2).join(" ")}"`;
    terminal.note(`readout: ${fault}; npm run readout -- help lists them`);
    return 2;
  }
  try {
    const work = command.prepare(args.slice(command.name.split(" ").length));
    return await onDatabase(command, work, options);
  } catch (error) {
    if (isUsageProblem(error)) {
      terminal.note(
        `readout: ${firstLine(error)} (usage: readout ${command.name} ${command.usage})`.replace(" )", ")"),
      );
      return 2;
    }
    const expected = isStartProblem(error) || isReadoutError(error);
    terminal.note(`readout: ${expected ? (error as Error).message : ((error as Error).stack ?? String(error))}`);
    return 1;
  }
}

async function onDatabase(
  command: Command,
  work: ReturnType<Command["prepare"]>,
  { migrationsFolder, readSettings, terminal }: DispatchOptions,
): Promise<number> {
  const settings = readSettings();
  const database = await attachCommand(settings, command.name, terminal.note);
  // However the command ends, a PostgreSQL started for it does not outlive it.
  const kill = () => database.embedded?.kill();
  process.once("exit", kill);
  try {
    const { connectionString, secret } = database;
    if (!database.isServed) await migrate(connectionString, migrationsFolder);
    return await work({ connectionString, secret, settings, ...terminal });
  } finally {
    await database.close();
    process.off("exit", kill);
  }
}

function usageOf(commands: readonly Command[]): string[] {
  const calls = commands.map(({ name, usage }) => `${name} ${usage}`.trim());
  const width = Math.max(...calls.map(({ length }) => length)) + 2;
  return [
    "npm run readout -- <command>",
    "",
    ...commands.map(({ summary }, index) => `  ${calls[index]!.padEnd(width)}${summary}`),
  ];
}

function firstLine({ message }: Error): string {
  return message.split(/\n|\. /)[0]!;
}
