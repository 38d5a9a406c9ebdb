import { expect, it } from "vitest";
import { densePaths } from "./dense.ts";
import type { StripMark } from "./layout.ts";

it("many bars of a family are one path, none narrower than can be seen, and what is no bar stays by itself", () => {
  const bar = { kind: "solid", family: "motion", y: 2, height: 13, gapAfter: false } as const;
  const marks: StripMark[] = [
    { ...bar, x: 0, width: 0.25 },
    { ...bar, x: 0.5, width: 0.0001 },
    { ...bar, kind: "hollow", x: 0.75, width: 0.25 },
    { kind: "dotted-edge", family: "motion", x: 0.5, y: 2, height: 13 },
    { kind: "stop", x: 1, size: 7 },
  ];
  expect(densePaths(marks)).toEqual({
    paths: [
      { kind: "solid", family: "motion", d: "M0 2h250v13h-250zM500 2h5v13h-5z" },
      { kind: "hollow", family: "motion", d: "M750 2.5h250v12h-250z" },
    ],
    others: [{ kind: "stop", x: 1, size: 7 }],
  });
});
