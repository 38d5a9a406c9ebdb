import { expect, test } from "vitest";
import { createLog } from "./log.ts";

test("what could open a door is not written, however deep it lies", () => {
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => lines.push(line) });
  const headers = { authorization: "Bearer hidden-1", cookie: "session=hidden-2", "set-cookie": "session=hidden-3" };
  log.info({ key: "hidden-4", request: { headers, token: "hidden-5" }, password: "hidden-6", path: "/items" }, "asked");
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain("hidden");
  expect(JSON.parse(lines[0]!)).toMatchObject({ msg: "asked", path: "/items", password: "[left out]" });
});
