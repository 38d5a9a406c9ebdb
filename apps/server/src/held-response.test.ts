import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { holdBack } from "./held-response.ts";

async function answerOf(listener: RequestListener): Promise<Response & { body: unknown }> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  try {
    await new Promise((listening) => server.once("listening", listening));
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return new Response(await answer.text(), answer) as Response & { body: unknown };
  } finally {
    server.close();
  }
}

test("an answer that passes keeps what was laid over the response since: headers are announced there first", async () => {
  const announced: number[] = [];
  const answer = await answerOf((_request, response) => {
    holdBack(
      response,
      () => false,
      () => response.end("held"),
    );
    // As what compresses does: it decides on the headers, and only then lets anyone listen for "drain".
    const { writeHead } = response;
    response.writeHead = ((status: number, ...rest: []) => {
      announced.push(status);
      response.setHeader("X-Laid-Over", "1");
      return writeHead.call(response, status, ...rest);
    }) as typeof writeHead;
    response.flushHeaders();
    response.write("passed ");
    response.end("on");
  });
  expect(announced).toEqual([200]);
  expect(answer.headers.get("x-laid-over")).toBe("1");
  expect(await answer.text()).toBe("passed on");
});

test("an answer that is held is finished with its whole body, and a longer one is let through whole", async () => {
  const listener =
    (limit: number): RequestListener =>
    (_request, response) => {
      holdBack(
        response,
        () => true,
        (body) => response.end(`held: ${body.toString()}`),
        limit,
      );
      response.write("one ");
      response.write("two ");
      response.end("three");
    };
  expect(await (await answerOf(listener(100))).text()).toBe("held: one two three");
  expect(await (await answerOf(listener(6))).text()).toBe("one two three");
});
