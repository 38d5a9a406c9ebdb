import { isStartProblem } from "@readout/api/db/start-problem";
import { readSettings } from "./env.ts";
import { createLog } from "./log.ts";
import { type ServeOptions, serve } from "./serve.ts";

/** npm passes Ctrl-C on to a process that the terminal has already told: the same wish, not a second one. */
const sameWishMs = 700;

/**
 * Runs the server until it is told to stop, and ends the process: 0 after an orderly stop, 1 with one line when it cannot
 * start or its database ends, 130 when it is told twice.
 */
export async function runServer(
  product: Pick<ServeOptions, "migrationsFolder" | "readLastEvent" | "open" | "development">,
): Promise<never> {
  // Nobody reading what it prints any more (a closed terminal, a broken pipe) is no reason to end.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  const settings = orExit(readSettings);
  const running = serve(settings, { ...product, say, log: createLog() });
  // Whatever way this process goes, PostgreSQL goes with it.
  process.once("exit", running.kill);

  let stoppingSince: number | null = null;
  const asked = new Promise<void>((done) => {
    const onSignal = () => {
      if (stoppingSince === null) {
        stoppingSince = Date.now();
        done();
      } else if (Date.now() - stoppingSince > sameWishMs) {
        say("stopped at once");
        process.exit(130);
      }
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
  });

  const outcome = await Promise.race([
    running.ready.then(
      (url) => {
        say(`\nReadout is at ${url}`);
        return null;
      },
      (error: unknown) => error,
    ),
    asked.then(() => null),
  ]);
  if (outcome !== null) exitWith(outcome);
  const broken = await Promise.race([asked.then(() => null), running.broken]);
  if (broken === null) say("stopping");
  await running.stop();
  if (broken !== null) {
    process.stderr.write(`readout: ${broken}\n`);
    process.exit(1);
  }
  say("stopped");
  process.exit(0);
}

function orExit<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    return exitWith(error);
  }
}

/** What the surroundings are to blame for is said in one line; a fault of ours with everything that helps to find it. */
function exitWith(error: unknown): never {
  const text = isStartProblem(error) ? error.message : ((error as Error).stack ?? String(error));
  process.stderr.write(`readout: ${text}\n`);
  process.exit(1);
}

let transientLength = 0;

/** On a terminal a passing line is overwritten by the next; elsewhere only lasting ones are written. */
function say(line: string, transient = false): void {
  if (!process.stdout.isTTY) {
    if (!transient) process.stdout.write(`${line}\n`);
    return;
  }
  process.stdout.write(`\r${line.padEnd(transientLength)}${transient ? "" : "\n"}`);
  transientLength = transient ? line.length : 0;
}
