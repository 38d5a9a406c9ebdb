import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const source = new URL("..", import.meta.url).pathname;

/** Classes that a style sheet of the whole page gives a look by themselves, wherever they stand. */
function classesOf(file: string): string[] {
  const css = readFileSync(`${source}${file}`, "utf8").replaceAll(/\/\*[\s\S]*?\*\//g, "");
  return [...css.matchAll(/(?:^|[{};])([^{};@]+)\{/g)].flatMap(([, selectors]) =>
    selectors!
      .split(",")
      .flatMap((selector) => /^\s*\.([\w-]+)(?::[\w-]+(?:\([^)]*\))?)*\s*$/.exec(selector)?.[1] ?? []),
  );
}

it("gives a class of the whole page its look in one file, so that no page changes another", () => {
  const homes = new Map<string, Set<string>>();
  for (const file of readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) =>
    /(?<!\.module)\.css$/.test(name),
  ))
    for (const name of classesOf(file)) homes.set(name, (homes.get(name) ?? new Set()).add(file));
  expect(homes.size).toBeGreaterThan(100);
  expect([...homes].filter(([, files]) => files.size > 1).map(([name, files]) => [name, ...files])).toEqual([]);
});
