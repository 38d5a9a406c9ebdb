import { formatShort } from "@readout/core/edtf-text";
import { type Status, statusFamily } from "@readout/core/status";
import { sentenceCase } from "@readout/core/wording";
import { fitText, textWidth } from "../charts/text-width.ts";
import { type Palette, paletteOf, type Theme } from "./palette.ts";
import { element, escapeXml, glyphMarkup } from "./svg-text.ts";

/** What a badge says. */
export type Badge = {
  /** Null draws the dotted ring. */
  status: Status | null;
  /** "Lapsed", "Concluded: yes"; in ink and bold. */
  strong: string;
  /** What follows it, shortened where it is long. */
  rest: string;
  /** What is never shortened: how old the knowledge is, and the day a pinned badge stands at. */
  tail: readonly string[];
  /** The name of the drawing and the whole sentence, for those who do not see it. */
  title: string;
  description: string;
  /** Null: as the reader's system is. */
  theme: Theme | null;
  past: boolean;
};

const HEIGHT = 28;
const SIZE = 14;
const MOST_REST = 300;
const FONTS = "'Source Sans 3','Source Sans Pro','Segoe UI','Helvetica Neue',Arial,sans-serif";

/**
 * A badge as an SVG document that stands alone: no style sheet, no font, no script of ours. Each text is told how wide
 * it may be, so that it keeps its place in whatever face the reader has.
 */
export function badgeSvg(badge: Badge): string {
  const texts = [
    { text: badge.strong, fill: "i", bold: true },
    { text: fitText(badge.rest, MOST_REST, SIZE), fill: "s", bold: false },
    ...badge.tail.map((text) => ({ text: `· ${text}`, fill: "s", bold: false })),
  ].filter(({ text }) => text !== "");
  let x = 30;
  const drawn = texts.map(({ text, fill, bold }) => {
    const width = Math.round(textWidth(text, SIZE, bold));
    const at = { class: fill, x, y: 19, textLength: width, lengthAdjust: "spacingAndGlyphs" };
    x += width + 5;
    return element("text", bold ? { ...at, fontWeight: 600 } : at, escapeXml(text));
  });
  const width = x + 5;
  const inner = [
    element("title", { id: "t" }, escapeXml(badge.title)),
    element("desc", { id: "d" }, escapeXml(badge.description)),
    `<style>${styleOf(badge)}</style>`,
    element("rect", { class: "p", x: 0.5, y: 0.5, width: width - 1, height: HEIGHT - 1, rx: 3 }),
    `<g class="g" transform="translate(8 6)">${glyphMarkup(badge.status, "currentColor", "var(--page)")}</g>`,
    element("g", { fontFamily: FONTS, fontSize: SIZE }, drawn.join("")),
  ];
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height: HEIGHT,
      viewBox: `0 0 ${width} ${HEIGHT}`,
      role: "img",
      "aria-labelledby": "t d",
    },
    inner.join(""),
  );
}

function styleOf({ status, theme, past }: Badge): string {
  const rules = (palette: Palette) =>
    `svg{--page:${palette.page}}.p{fill:${palette.page};stroke:${palette.edge}}.i{fill:${palette.ink}}` +
    `.s{fill:${palette["ink-2"]}}.g{color:${status === null ? palette["ink-3"] : palette[statusFamily[status]]}}`;
  if (theme !== null) return rules(paletteOf(theme, past));
  const dark = `@media(prefers-color-scheme:dark){${rules(paletteOf("dark", past))}}`;
  return `${rules(paletteOf("light", past))}${dark}`;
}

/** A badge that says why there is no other. */
export const emptyBadge = (words: string): string =>
  badgeSvg({
    status: null,
    strong: sentenceCase(words),
    rest: "",
    tail: [],
    title: "Readout",
    description: sentenceCase(words),
    theme: null,
    past: false,
  });

/** How fresh the knowledge is where it is not: "as of 3 Mar 2023, not since". */
export const notSince = (day: string): string => `as of ${formatShort(day)}, not since`;
