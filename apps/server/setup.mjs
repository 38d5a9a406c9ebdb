// What `npm start`, `dev`, `test`, `check`, `bench` and `readout` run: it sets up whatever is missing, then does what was asked.
// Plain Node without a dependency, because in a fresh clone there is none yet.
import { runBench } from "./setup/bench.mjs";
import { runCheck, runTest } from "./setup/checks.mjs";
import { stopOnSignals } from "./setup/children.mjs";
import { runCommand, runServer } from "./setup/launch.mjs";
import { runLighthouse } from "./setup/lighthouse.mjs";
import { SetupProblem } from "./setup/problem.mjs";
import { build, generateClient, installPackages, requireNode } from "./setup/ready.mjs";

const commands = {
  start: async () => {
    await build(["@readout/web"]);
    await runServer("production");
  },
  dev: () => runServer("development"),
  readout: (args) => runCommand(args),
  check: () => runCheck(),
  test: () => runTest(),
  bench: (args) => runBench(args),
  lighthouse: () => runLighthouse(),
};

const [name, ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name ?? "") ? commands[name] : null;

try {
  if (!command) throw new SetupProblem(`usage: node apps/server/setup.mjs ${Object.keys(commands).join("|")}`);
  requireNode();
  stopOnSignals();
  await installPackages();
  await generateClient();
  await command(args);
} catch (error) {
  if (!(error instanceof SetupProblem)) throw error;
  process.stderr.write(`readout: ${error.message}\n`);
  process.exitCode = 1;
}
