import "server-only";
import { formatDay } from "@readout/core/edtf-text";
import { type Status, type StatusFamily, statusFamily } from "@readout/core/status";
import { ImageResponse } from "next/og";
import type { ReactNode } from "react";
import type { AsOfView } from "../as-of/search-params.ts";
import { asOfLines } from "../as-of/words.ts";
import { type Domain, placeIn, recordDomain, ticksOf } from "../charts/axis.ts";
import { barAt, levelsAt } from "../charts/level.ts";
import { isPast } from "./as-known.ts";
import type { SharedItem } from "./load-shared.ts";
import { type Palette, paletteOf, pastBand } from "./palette.ts";
import { drawable, facesFor, sans, serif } from "./picture-fonts.ts";
import { pictureHeaders } from "./picture-headers.ts";
import { inTurn } from "./render-queue.ts";
import { stripPicture } from "./strip-picture.ts";
import { element, glyphMarkup } from "./svg-text.ts";

const size = { width: 1200, height: 630 };
const MARGIN = 64;
const INNER = size.width - 2 * MARGIN;

const column = { display: "flex", flexDirection: "column", flex: 1 } as const;

const dataUri = (svg: string): string => `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;

/** A picture of an item for those who share a link to it: what it asks, where it stands, how it came there, on which day. */
export function itemPicture({ item, view, words, reviewed, series }: SharedItem): Promise<Response> {
  const palette = paletteOf("light", isPast(view));
  const { status, origins } = item.reading;
  const began =
    series.kind === "series" ? (series.stretches[0]?.fromPossible ?? series.stretches[0]?.from ?? null) : null;
  const domain = recordDomain(began, series.end);
  const strip = stripPicture(series, domain, palette, { width: INNER, scale: 2.6 });
  const meta = [
    reviewed === null ? "Nothing recorded yet" : reviewed.words,
    ...(origins === 0 ? [] : [origins === 1 ? "single origin" : `${origins} origins`]),
  ].join(" · ");
  const reading = [words.status, shortened(words.rest, 150)] as const;
  return drawn(view, [item.title, ...reading, meta], palette, (text) => (
    <div style={column}>
      <div style={{ display: "block", fontSize: 54, fontWeight: 600, lineHeight: 1.15, lineClamp: 2 }}>
        {text(shortened(item.title, 110))}
      </div>
      <div style={{ display: "flex", alignItems: "flex-start", marginTop: 26 }}>
        {glyph(status, 46, palette)}
        <div style={{ display: "flex", flexWrap: "wrap", flex: 1, marginLeft: 20, fontSize: 36, lineHeight: 1.25 }}>
          {wordsOf(text(reading[0])).map((word) => (
            <span key={`${word}-status`} style={{ marginRight: 9, fontWeight: 600 }}>
              {word}
            </span>
          ))}
          {wordsOf(text(reading[1])).map((word, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the words of one sentence
            <span key={i} style={{ marginRight: 9 }}>
              {word}
            </span>
          ))}
        </div>
      </div>
      <div style={{ display: "flex", marginTop: 14, color: palette["ink-2"], fontFamily: sans, fontSize: 26 }}>
        {text(meta)}
      </div>
      <div style={{ display: "flex", flexDirection: "column", marginTop: "auto" }}>
        {axis(domain, palette)}
        {/* biome-ignore lint/performance/noImgElement: drawn into a picture, not into a page */}
        <img alt="" width={strip.width} height={strip.height} src={dataUri(strip.svg)} />
      </div>
    </div>
  ));
}

/** A picture of the whole record: its sentence and how many items stand at which level. */
export function recordPicture(
  view: AsOfView,
  sentence: string,
  counts: readonly { family: StatusFamily; words: string }[],
): Promise<Response> {
  const palette = paletteOf("light", isPast(view));
  return drawn(view, [sentence, ...counts.map(({ words }) => words)], palette, (text) => (
    <div style={column}>
      <div style={{ display: "block", fontSize: 46, lineHeight: 1.28, lineClamp: 6 }}>
        {text(shortened(sentence, 330))}
      </div>
      <div style={{ display: "flex", gap: 36, marginTop: "auto", fontFamily: sans, fontSize: 28 }}>
        {counts.map(({ family, words }) => (
          <div key={family} style={{ display: "flex", alignItems: "center" }}>
            {level(family, palette)}
            {text(words)}
          </div>
        ))}
      </div>
    </div>
  ));
}

async function drawn(
  view: AsOfView,
  texts: readonly string[],
  palette: Palette,
  content: (text: (words: string) => string) => ReactNode,
): Promise<Response> {
  const past = isPast(view);
  const [first, second] = asOfLines(view);
  // A picture is kept by whoever shows it: "today" would be wrong tomorrow.
  const day = view.state === "today" ? `As known on ${formatDay(view.today)}` : `${first}, ${second}`;
  const head = past
    ? { backgroundColor: pastBand.paper, color: pastBand.ink }
    : { borderBottom: `3px solid ${palette.ink}` };
  const fonts = await facesFor(texts.join(""));
  const picture = await inTurn(async () =>
    new ImageResponse(
      <div
        style={{
          ...{ display: "flex", flexDirection: "column", width: "100%", height: "100%" },
          ...{ backgroundColor: palette.page, color: palette.ink, fontFamily: serif },
        }}
      >
        <div
          style={{
            ...{ display: "flex", justifyContent: "space-between", alignItems: "center" },
            ...{ height: 84, padding: `0 ${MARGIN}px`, fontFamily: sans, fontSize: 28 },
            ...head,
          }}
        >
          <span style={{ fontFamily: serif, fontWeight: 600, fontSize: 34 }}>Readout</span>
          <span>{drawable(day)}</span>
        </div>
        <div style={{ display: "flex", flexDirection: "column", flex: 1, padding: `38px ${MARGIN}px 40px` }}>
          {content(drawable)}
        </div>
      </div>,
      { ...size, fonts },
    ).arrayBuffer(),
  );
  if (picture === null) return new Response(null, { status: 503, headers: { "Retry-After": "5" } });
  return new Response(picture, { headers: pictureHeaders("image/png", true) });
}

function glyph(status: Status | null, px: number, palette: Palette): ReactNode {
  const colour = status === null ? palette["ink-3"] : palette[statusFamily[status]];
  const attributes = { xmlns: "http://www.w3.org/2000/svg", width: px, height: px, viewBox: "0 0 16 16" };
  const svg = element("svg", attributes, glyphMarkup(status, colour, palette.page));
  // biome-ignore lint/performance/noImgElement: drawn into a picture, not into a page
  return <img alt="" width={px} height={px} src={dataUri(svg)} />;
}

/** The height of a family on its line. */
function level(family: StatusFamily, palette: Palette): ReactNode {
  const base = family === "trouble" ? 8 : 14;
  const { y, height } = family === "end" ? { y: base - 3.5, height: 7 } : barAt(family, base, levelsAt(1));
  const svg = element(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width: 44, height: 36, viewBox: "0 0 22 18" },
    element("path", { d: `M0 ${base}h22`, stroke: family === "end" ? palette.end : palette.edge, strokeWidth: 1 }) +
      element("rect", { x: 4, y, width: family === "end" ? 7 : 14, height, fill: palette[family] }),
  );
  // biome-ignore lint/performance/noImgElement: drawn into a picture, not into a page
  return <img alt="" width={44} height={36} style={{ marginRight: 12 }} src={dataUri(svg)} />;
}

/** The years over the strip. */
function axis(domain: Domain, palette: Palette): ReactNode {
  const place = placeIn(domain);
  return (
    <div
      style={{
        display: "flex",
        position: "relative",
        height: 30,
        color: palette["ink-2"],
        fontFamily: sans,
        fontSize: 22,
      }}
    >
      {ticksOf(domain, 9).map(({ day, label }) => (
        <span key={day} style={{ position: "absolute", left: Math.round(place(day) * INNER) }}>
          {drawable(label)}
        </span>
      ))}
    </div>
  );
}

const wordsOf = (text: string): string[] => text.trim().split(" ");

/** The text, cut at a word where it has more signs than fit. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, text.lastIndexOf(" ", most - 1)).replace(/[,;:.]$/, "")}…`;
}
