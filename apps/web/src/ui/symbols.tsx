import type { StatusFamily } from "@readout/core/status";
import { glyphShapes } from "./glyph-shapes.ts";

/** The custom property that holds a family's colour. */
export const familyColour: Record<StatusFamily, string> = {
  talk: "var(--talk)",
  commitment: "var(--commit)",
  motion: "var(--motion)",
  trouble: "var(--trouble)",
  end: "var(--end)",
};

/**
 * The drawings that a page refers to by name, once in each document: a glyph for each status (`#g-stalled`), the
 * dotted ring of no status (`#g-none`), our mark, the arrow, and the hatchings of what is not certain (`#h-talk` ...)
 * and of what lies beyond the day shown (`#void`).
 */
export function Symbols() {
  return (
    <svg width="0" height="0" style={{ position: "absolute" }} aria-hidden="true" focusable="false">
      <defs>
        <Glyphs />
        <symbol id="mark" viewBox="0 0 22 22">
          <path d="M1 15h20" stroke="currentColor" strokeWidth="1.5" />
          <path d="M2 11h5v4H2zM7 8h4v7H7zM11 4h5v11h-5zM16 15h4v5h-4z" fill="currentColor" />
        </symbol>
        <symbol id="find" viewBox="0 0 16 16">
          <circle cx="6.8" cy="6.8" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="m10.2 10.2 4 4" stroke="currentColor" strokeWidth="1.5" />
        </symbol>
        <symbol id="arrow" viewBox="0 0 14 10">
          <path d="M1 5h11M8.5 1.5 12 5 8.5 8.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </symbol>
        {Object.entries(familyColour).map(([family, colour]) => (
          <pattern
            key={family}
            id={`h-${family}`}
            width="4"
            height="4"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path d="M1 0v4" stroke={colour} strokeWidth="1.6" />
          </pattern>
        ))}
        <pattern id="void" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M1 0v6" stroke="var(--line)" strokeWidth="1.2" />
        </pattern>
      </defs>
    </svg>
  );
}

const Glyphs = () =>
  Object.entries(glyphShapes).map(([status, shapes]) => (
    <symbol key={status} id={`g-${status}`} viewBox="0 0 16 16">
      {shapes.map(([Tag, attributes]) => (
        <Tag key={JSON.stringify(attributes)} {...attributes} />
      ))}
    </symbol>
  ));
