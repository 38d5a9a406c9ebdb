import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { migrate } from "@readout/api/db/migrate";
import { isStartProblem, startProblem } from "@readout/api/db/start-problem";
import type { Logger } from "pino";
import { attachServer, holdForServer } from "./database/attach.ts";
import type { Settings } from "./env.ts";
import { createHttpServer, type Doors } from "./http.ts";
import { KeptAnswers } from "./kept-answers.ts";
import { createMetrics } from "./metrics.ts";
import { type WatchedRevision, watchRevision } from "./revision.ts";

/** What an installation is opened with. */
export interface Surroundings {
  connectionString: string;
  secret: string;
  settings: Settings;
  /** Where it is reached, without a trailing slash. */
  url: string;
  revision: WatchedRevision;
  log: Logger;
  development: boolean;
}

/** The product itself: the API, its data set and the pages, on a migrated database. */
export interface OpenInstallation {
  /** Loads the data set into an empty database; says in a few words what it found or did. */
  load(onProgress: (words: string) => void): Promise<string>;
  /** Makes the first administrator; answers with what whoever starts it must know, null when there is nothing. */
  ensureAdmin(): Promise<string | null>;
  /** Makes ready what answers requests. */
  openDoors(): Promise<Doors>;
  close(): Promise<void>;
}

export interface ServeOptions {
  migrationsFolder: string;
  readLastEvent: Parameters<typeof watchRevision>[0]["readLast"];
  open: (surroundings: Surroundings) => Promise<OpenInstallation>;
  /** Receives short lines for whoever started it; `transient` ones may be overwritten by the next. */
  say: (line: string, transient?: boolean) => void;
  log: Logger;
  development?: boolean;
}

/** A server on its way up or running. */
export interface RunningServer {
  /** The address it is reached at, once everything stands; rejects with a StartProblem when that fails. */
  ready: Promise<string>;
  /** Stops in order, also half way up: requests, pages, connections, PostgreSQL, data folder. Safe to call twice. */
  stop(): Promise<void>;
  /** Leaves nothing running, at once: for the moment before the process ends by force. */
  kill(): void;
  /** Settles with a line for people when the database ends on its own. */
  broken: Promise<string>;
}

const stopGraceMs = 10_000;

/** Nobody loses what it still needs: answers in the making use the installation, which uses the database. */
const closingOrder = ["http", "installation", "revision", "database", "folder"] as const;

/** Starts everything that is Readout, in the order in which one thing needs the other. */
export function serve(settings: Settings, options: ServeOptions): RunningServer {
  const { say, log, development = false } = options;
  const closers: Partial<Record<(typeof closingOrder)[number], () => Promise<void>>> = {};
  let stopping: Promise<void> | null = null;
  let kill = () => {};
  let tellBroken: (line: string) => void;
  const broken = new Promise<string>((done) => {
    tellBroken = done;
  });

  /** Between two steps of the start, so that Ctrl-C need not wait for all of them. */
  const goOn = () => {
    if (stopping !== null) throw startProblem("stopped while starting");
  };

  const start = async (): Promise<string> => {
    const held = await holdForServer(settings, say);
    if (held) closers.folder = held.release;
    goOn();

    let starting = "the database is starting";
    let doors: Doors | null = null;
    let revision: WatchedRevision | null = null;
    const keeps = !settings.isPrivate && !development;
    const kept = keeps ? new KeptAnswers({ revision: () => revision?.state() ?? null }) : null;
    const unready = async () => {
      if (stopping !== null) return "stopping";
      if (!doors || !revision) return starting;
      return revision.ping().then(
        () => null,
        (error: Error) => `the database does not answer: ${error.message}`,
      );
    };
    const http = createHttpServer({
      log,
      kept,
      unready,
      development,
      metrics: createMetrics(kept),
      doors: () => doors,
      secure: settings.publicUrl?.startsWith("https:") ?? false,
    });
    const port = await listen(http.server, settings);
    closers.http = () => http.close(stopGraceMs);
    const url = settings.publicUrl ?? `http://${hostInUrl(settings.host)}:${port}`;
    goOn();

    const database = await attachServer(held, settings);
    kill = () => database.embedded?.kill();
    closers.database = database.close;
    void database.embedded?.exited.then(() =>
      tellBroken(`PostgreSQL ended on its own: see ${settings.dataFolder}/postgres.log`),
    );
    say(`database    ${database.embedded ? `PostgreSQL in ${settings.dataFolder}` : "as named by DATABASE_URL"}`);
    goOn();

    starting = "migrations are running";
    const applied = await explainConnection(migrate(database.connectionString, options.migrationsFolder));
    say(`migrations  ${applied.length > 0 ? `applied ${applied.join(", ")}` : "up to date"}`);
    goOn();

    revision = await watchRevision({
      connectionString: database.connectionString,
      readLast: options.readLastEvent,
      onChange: (listening, error) =>
        listening
          ? log.info("listening to the database again")
          : log.warn({ err: error }, "no longer listening to the database"),
    });
    closers.revision = revision.stop;
    const { connectionString, secret } = database;
    const installation = await options.open({ connectionString, secret, settings, url, revision, log, development });
    closers.installation = installation.close;
    goOn();

    starting = "the data set is being loaded";
    say(`data set    ${await installation.load((words) => say(`data set    ${words}`, true))}`);
    goOn();

    // Said, never logged: a password that was made is shown here and nowhere else.
    const admin = await installation.ensureAdmin();
    if (admin !== null) say(`admin       ${admin}`);
    goOn();

    starting = "the pages are being made ready";
    doors = await installation.openDoors();
    say("pages       ready");
    goOn();
    await held?.announce({ port, url, databaseUrl: database.embedded!.publicUrl });
    return url;
  };

  const closeAll = async () => {
    for (const part of closingOrder) {
      const close = closers[part];
      delete closers[part];
      await close?.().catch((error: unknown) => log.error({ err: error }, `closing the ${part} failed`));
    }
  };

  const ready = start().catch(async (error: unknown) => {
    await closeAll();
    throw error;
  });
  // Whoever stops before the start is over lets the step at hand come to its end.
  const started = ready.then(
    () => {},
    () => {},
  );
  return {
    ready,
    broken,
    kill: () => kill(),
    stop: () => {
      stopping ??= started.then(closeAll);
      return stopping;
    },
  };
}

async function listen(server: Server, { host, port }: Settings): Promise<number> {
  await new Promise<void>((done, failed) => {
    server.once("error", (error: NodeJS.ErrnoException) => failed(startProblem(explainListen(error, host, port))));
    server.listen(port, host, done);
  });
  return (server.address() as AddressInfo).port;
}

function explainListen({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === "EADDRINUSE") return `port ${port} on ${host} is in use by another program: set PORT to a free one`;
  if (code === "EACCES") return `port ${port} on ${host} may not be opened by this user: set PORT to one above 1023`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return `HOST ${host} is not an address of this machine`;
  return `cannot listen on ${host}, port ${port}: ${message}`;
}

/** Everything listens on all addresses; a link needs one that leads here. */
function hostInUrl(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

/** The first thing that speaks to a database elsewhere is the migration: what fails there is mostly the address. */
async function explainConnection<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    const { code, message } = error as NodeJS.ErrnoException;
    if (typeof code !== "string" || isStartProblem(error)) throw error;
    const reason = message || code;
    throw startProblem(`the database does not let us in: ${reason}`, { cause: error });
  });
}
