import { fileURLToPath } from "node:url";
import pg from "pg";
import type { Door } from "../http.ts";
import { revisionChannel } from "../revision.ts";
import type { OpenInstallation, ServeOptions, Surroundings } from "../serve.ts";

/** The smallest product that can be served: events in one table, which its one page counts. */
export const standIn: Pick<ServeOptions, "migrationsFolder" | "readLastEvent" | "open"> = {
  migrationsFolder: fileURLToPath(new URL("migrations", import.meta.url)),
  readLastEvent: async (client) =>
    (await client.query("select coalesce(max(id), 0)::text as last from event")).rows[0].last,
  open: openStandIn,
};

async function openStandIn({ connectionString, revision }: Surroundings): Promise<OpenInstallation> {
  const pool = new pg.Pool({ connectionString });
  pool.on("error", () => {});
  const count = async () =>
    (await pool.query("select count(*)::int as events from event")).rows[0] as { events: number };

  const rest: Door = async (request, response) => {
    if (request.url === "/api/v1/slow") {
      await new Promise((done) => setTimeout(done, 300));
      response.setHeader("Content-Type", "application/json");
      response.end('{"slow":true}');
      return true;
    }
    if (request.url === "/api/v1/stream") {
      response.setHeader("Content-Type", "text/event-stream");
      response.write(": open\n\n");
      await new Promise((done) => response.once("close", done));
      return true;
    }
    if (!request.url?.startsWith("/api/v1/events")) return false;
    response.setHeader("Content-Type", "application/json");
    if (request.method === "POST") {
      const { rows } = await pool.query("insert into event (what) values ('posted') returning id::text");
      await pool.query("select pg_notify($1, $2)", [revisionChannel, rows[0].id]);
      revision.bump(rows[0].id);
      response.statusCode = 201;
    }
    response.end(JSON.stringify(await count()));
    return true;
  };

  const pages: Door = async (_request, response) => {
    const { events } = await count();
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "private, no-store" });
    response.write(`<!doctype html><title>${events} events</title>`);
    response.end(`<script>self.events=${events}</script><script src="/app.js"></script><p>${"text ".repeat(400)}</p>`);
    return true;
  };

  return {
    load: async (onProgress) => {
      onProgress("1 of 1");
      const { events } = await count();
      if (events === 0) await pool.query("insert into event (what) values ('loaded')");
      return events === 0 ? "1 event loaded" : `${events} events, already there`;
    },
    ensureAdmin: async () => null,
    openDoors: async () => ({ trpc: rest, rest, pages }),
    close: () => pool.end(),
  };
}
