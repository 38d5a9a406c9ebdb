import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type Context, createCaller, followChanges } from "@readout/api/server";

const heartbeatMs = 15_000;

/**
 * The change feed as server-sent events: all after `since`, then each as it comes, until the client or the server leaves.
 * `Last-Event-ID`, which a browser sends when it comes back, outweighs `since`.
 *
 * @throws what the procedure throws, before anything is sent
 */
export async function streamChanges(
  ctx: Context,
  asked: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const left = new AbortController();
  response.once("close", () => left.abort());
  const resumed = request.headers["last-event-id"];
  const since = typeof resumed === "string" && resumed !== "" ? resumed : asked;
  // A token that was never given is refused with a problem, not within a stream.
  await createCaller(ctx).changes.list({ since, limit: 1 });

  response.statusCode = 200;
  response.setHeader("Content-Type", "text/event-stream; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("X-Accel-Buffering", "no");
  response.write("retry: 2000\n\n");
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  const heartbeat = setInterval(() => {
    if (isOpen(response) && !response.writableNeedDrain) response.write(":\n\n");
  }, heartbeatMs);
  try {
    for await (const event of followChanges(ctx, since ?? "0", left.signal)) {
      if (!isOpen(response)) return;
      const room = response.write(`id: ${event.id}\ndata: ${JSON.stringify(event)}\n\n`);
      if (!room) await once(response, "drain", { signal: left.signal }).catch(() => {});
    }
  } finally {
    clearInterval(heartbeat);
    if (isOpen(response)) response.end();
  }
}

const isOpen = (response: ServerResponse): boolean => !response.writableEnded && !response.destroyed;
