import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from "node:http";

const defaultLimitBytes = 16 * 1024 * 1024;

/**
 * Holds a response back until its body is whole, where its headers turn out to ask for it; any other passes untouched.
 *
 * @param wanted asked once, when the first byte or the end comes, with the response's status and headers set
 * @param finish receives the whole body, and must end the response
 * @param limitBytes a longer body is let through as it comes
 */
export function holdBack(
  response: ServerResponse,
  wanted: () => boolean,
  finish: (body: Buffer) => void,
  limitBytes = defaultLimitBytes,
): void {
  const chunks: Buffer[] = [];
  let length = 0;
  let decided = false;
  let isThrough = false;
  const { write, end, writeHead, flushHeaders } = response;
  // What stands here goes on to the response's own. It is not taken off again: whatever was laid over it since, as what
  // compresses is, would come off with it, and its listeners would never hear that the socket drained.
  const letThrough = () => {
    isThrough = true;
    for (const chunk of chunks) write.call(response, chunk, "utf8");
  };

  const take = (chunk: unknown, encoding: unknown): void => {
    if (chunk == null || typeof chunk === "function") return;
    const bytes =
      typeof chunk === "string" ? Buffer.from(chunk, encoding as BufferEncoding) : Buffer.from(chunk as Uint8Array);
    chunks.push(bytes);
    length += bytes.length;
  };
  const callbackOf = (args: unknown[]) => args.find((arg) => typeof arg === "function") as (() => void) | undefined;
  /** False once the response is on its own again. */
  const holds = () => {
    if (!decided) {
      decided = true;
      if (!wanted()) letThrough();
    }
    return !isThrough;
  };

  response.write = ((...args: Parameters<ServerResponse["write"]>) => {
    if (!holds()) return write.apply(response, args);
    take(args[0], args[1]);
    if (length > limitBytes) letThrough();
    const callback = callbackOf(args);
    if (callback) process.nextTick(callback);
    return true;
  }) as ServerResponse["write"];

  response.end = ((...args: Parameters<ServerResponse["end"]>) => {
    if (!holds()) return end.apply(response, args);
    take(args[0], args[1]);
    Object.assign(response, { write, end, writeHead, flushHeaders });
    const callback = callbackOf(args);
    if (callback) response.once("finish", callback);
    finish(Buffer.concat(chunks));
    return response;
  }) as ServerResponse["end"];

  // Headers are collected, not sent: what the body is decides on some of them.
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    if (isThrough) return writeHead.apply(response, [status, ...rest] as Parameters<ServerResponse["writeHead"]>);
    response.statusCode = status;
    const headers = rest.find((arg) => typeof arg === "object" && arg !== null) as
      | OutgoingHttpHeaders
      | OutgoingHttpHeader[]
      | undefined;
    for (const [name, value] of pairs(headers)) response.setHeader(name, value);
    return response;
  }) as ServerResponse["writeHead"];
  response.flushHeaders = () => {
    if (!holds()) flushHeaders.call(response);
  };
}

function pairs(
  headers: OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined,
): [string, number | string | string[]][] {
  if (!headers) return [];
  const entries = Array.isArray(headers)
    ? Array.from(
        { length: headers.length / 2 },
        (_, index) => [String(headers[index * 2]), headers[index * 2 + 1]] as const,
      )
    : Object.entries(headers);
  return entries.filter((entry): entry is [string, number | string | string[]] => entry[1] !== undefined);
}
