import { expect, it } from "vitest";
import { plainTitle } from "./plain-title.ts";

it.each([
  ["Interfax report of Lavrov's words (descriptive)", "Interfax report of Lavrov's words"],
  ["Preview of the meeting (descriptive; the file has no headline)", "Preview of the meeting"],
  ["US-Russia start talks on arms control (address line)", "US-Russia start talks on arms control"],
  ["A treaty (and its end)", "A treaty (and its end)"],
  ["(descriptive)", "(descriptive)"],
])("%s is %s", (title, plain) => expect(plainTitle(title)).toBe(plain));
