import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { paletteOf } from "./palette.ts";

const css = readFileSync(new URL("../app/tokens.css", import.meta.url), "utf8");
const blockOf = (selector: string) =>
  css.slice(css.indexOf(`\n${selector}`), css.indexOf("\n}", css.indexOf(`\n${selector}`)));

it.each([
  ["light", false],
  ["dark", false],
  ["light", true],
  ["dark", true],
] as const)("pictures wear the tokens of our pages, %s, in the past: %s", (theme, past) => {
  const blocks = [...(past ? [blockOf(':root[data-asof="past"],')] : []), blockOf(":root {")];
  for (const [name, colour] of Object.entries(paletteOf(theme, past))) {
    const token = name === "commitment" ? "commit" : name;
    const pair = blocks
      .map((block) => new RegExp(`--${token}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(block))
      .find((found) => found !== null);
    expect(pair?.[theme === "light" ? 1 : 2], name).toBe(colour);
  }
});
