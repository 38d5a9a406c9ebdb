import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Theme = "light" | "dark";
type Values = Map<string, string>;

const css = readFileSync(new URL("tokens.css", import.meta.url), "utf8");

/** The custom properties of the rule that begins with `selector`, whole values. */
function declarationsOf(selector: string): Values {
  const start = css.indexOf("{", css.indexOf(`\n${selector}`)) + 1;
  const body = css.slice(start, css.indexOf("\n}", start));
  return new Map([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!]));
}

const today = declarationsOf(":root {");
const past: Values = new Map([...today, ...declarationsOf(':root[data-asof="past"],')]);

function colourOf(values: Values, name: string, theme: Theme): string {
  const found = /^light-dark\((#[0-9A-F]{6}), (#[0-9A-F]{6})\)$/i.exec(values.get(name) ?? "");
  if (found === null) throw new Error(`--${name} is not a pair of colours: ${values.get(name)}`);
  return (theme === "light" ? found[1] : found[2])!;
}

/** Relative luminance of WCAG 2.2. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const papers = ["page", "panel", "sunk", "select"];

/** The lowest ratio of a colour against every paper, today and in the past. */
function lowest(name: string, theme: Theme): number {
  const ratios = [today, past].flatMap((values) =>
    papers.map((paper) => contrast(colourOf(values, name, theme), colourOf(values, paper, theme))),
  );
  return Math.floor(Math.min(...ratios) * 10 + 1e-9) / 10;
}

describe.each(["light", "dark"] as const)("on %s paper, today and in the past", (theme) => {
  it.each(["ink", "ink-2", "ink-3", "error"])("%s can be read", (name) => {
    expect(lowest(name, theme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["edge", "talk", "commit", "motion", "trouble", "end", "focus"])("%s can be made out", (name) => {
    expect(lowest(name, theme)).toBeGreaterThanOrEqual(3);
  });

  it("a marked passage can be read", () => {
    expect(contrast(colourOf(today, "ink", theme), colourOf(today, "mark", theme))).toBeGreaterThanOrEqual(4.5);
  });

  it("the band of the past can be read, and its button too", () => {
    expect(contrast(colourOf(today, "on-past", theme), colourOf(today, "past", theme))).toBeGreaterThanOrEqual(10);
  });
});

// The measured figures; a change of a token that moves one of them is a decision, not an accident.
it.each([
  ["ink", 13.9, 11.6],
  ["ink-2", 6.9, 7.5],
  ["ink-3", 4.9, 5.2],
  ["error", 5.5, 6.7],
  ["edge", 3.2, 3.3],
  ["talk", 3.1, 6.9],
  ["commit", 5.1, 3.7],
  ["motion", 8.9, 7.3],
  ["trouble", 3.4, 4.4],
  ["end", 4.6, 3.4],
])("%s measures %d and %d at its lowest", (name, light, dark) => {
  expect(Math.abs(lowest(name, "light") - light)).toBeLessThanOrEqual(0.11);
  expect(Math.abs(lowest(name, "dark") - dark)).toBeLessThanOrEqual(0.11);
});
