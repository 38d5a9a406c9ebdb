import type { Status } from "@readout/core/status";
import { glyphShapes } from "../ui/glyph-shapes.ts";

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as XML takes it; what XML 1.0 has no sign for goes. */
export const escapeXml = (text: string): string =>
  text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, "").replace(/[&<>"]/g, (sign) => entities[sign]!);

/** SVG writes what it shares with CSS with hyphens, and its own names, as viewBox, in two letter cases. */
const hyphenated = (name: string): string =>
  /^(?:stroke|fill|font)[A-Z]/.test(name) ? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) : name;

/** One element; attributes named as React names them. */
export const element = (tag: string, attributes: Readonly<Record<string, string | number>>, inner = ""): string => {
  const pairs = Object.entries(attributes).map(([name, value]) => ` ${hyphenated(name)}="${escapeXml(`${value}`)}"`);
  return inner === "" ? `<${tag}${pairs.join("")}/>` : `<${tag}${pairs.join("")}>${inner}</${tag}>`;
};

/** The glyph of a status in its own colours, on a grid of 16. */
export const glyphMarkup = (status: Status | null, colour: string, paper: string): string =>
  glyphShapes[status ?? "none"]
    .map(([tag, attributes]) => element(tag, attributes))
    .join("")
    .replaceAll("currentColor", colour)
    .replaceAll("var(--page)", paper);
