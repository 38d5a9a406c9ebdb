import { expect, test } from "vitest";
import { isAtDesk, nextPath, signInHref } from "./next-path.ts";

test.each([
  ["/items/new-start?knownOn=2017-08-07#entry-3", "/items/new-start?knownOn=2017-08-07#entry-3"],
  ["/desk", "/desk"],
  ["/desk/items/a%2Fb/record", "/desk/items/a%2Fb/record"],
])("%s is gone back to", (next, path) => {
  expect(nextPath(next)).toBe(path);
});

test.each([
  "https://elsewhere.example/",
  "//elsewhere.example/",
  "/\\elsewhere.example/",
  "/\t/elsewhere.example/",
  "/\n/elsewhere.example/",
  "/./..//elsewhere.example/",
  "/x/..//elsewhere.example",
  "javascript:alert(1)",
  "items",
  "",
  "/sign-in?next=/desk",
  undefined,
  ["/desk", "/items"],
])("%j leads nowhere but to the first page", (next) => {
  expect(nextPath(next)).toBe("/");
});

test("the way to the sign-in page is the way back", () => {
  const href = signInHref("/desk/items/a/record?corrects=3&x=a b", { ended: true });
  const query = new URL(href, "http://readout.invalid").searchParams;
  expect(nextPath(query.get("next"))).toBe("/desk/items/a/record?corrects=3&x=a%20b");
  expect(query.get("ended")).toBe("1");
  expect(signInHref("/")).toBe("/sign-in");
});

test("only paths under /desk are at the desk", () => {
  expect(["/desk", "/desk?x=1", "/desk/review", "/desks", "/items"].map(isAtDesk)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
