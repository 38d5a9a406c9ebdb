import type { StatusFamily } from "@readout/core/status";

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
        <symbol id="g-search" viewBox="0 0 16 16">
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

function Glyphs() {
  const ring = <circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" strokeWidth="2" />;
  const diamond = <path d="M8 1.6 14.4 8 8 14.4 1.6 8Z" fill="none" stroke="currentColor" strokeWidth="1.8" />;
  const square = (
    <rect x="2.3" y="2.3" width="11.4" height="11.4" fill="none" stroke="currentColor" strokeWidth="1.8" />
  );
  return (
    <>
      <symbol id="g-raised" viewBox="0 0 16 16">
        {ring}
      </symbol>
      <symbol id="g-proposed" viewBox="0 0 16 16">
        {ring}
        <circle cx="8" cy="8" r="2.4" fill="currentColor" />
      </symbol>
      <symbol id="g-ordered" viewBox="0 0 16 16">
        {diamond}
        <path d="M8 1.6 14.4 8H1.6Z" fill="currentColor" />
      </symbol>
      <symbol id="g-agreed-in-principle" viewBox="0 0 16 16">
        {diamond}
        <path d="M8 1.6V14.4L1.6 8Z" fill="currentColor" />
      </symbol>
      <symbol id="g-scheduled" viewBox="0 0 16 16">
        <path d="M8 .8 15.2 8 8 15.2.8 8Z" fill="currentColor" />
      </symbol>
      <symbol id="g-under-way" viewBox="0 0 16 16">
        <path d="M3 1.6 14.6 8 3 14.4Z" fill="currentColor" />
      </symbol>
      <symbol id="g-in-force" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6.6" fill="currentColor" />
      </symbol>
      <symbol id="g-stalled" viewBox="0 0 16 16">
        <path d="M2.4 3 9.6 8 2.4 13Z" fill="none" stroke="currentColor" strokeWidth="1.9" strokeLinejoin="round" />
        <path d="M13.2 1.6v12.8" stroke="currentColor" strokeWidth="2.6" />
      </symbol>
      <symbol id="g-suspended" viewBox="0 0 16 16">
        <path d="M4.6 1.6v12.8M11.4 1.6v12.8" stroke="currentColor" strokeWidth="3.8" />
      </symbol>
      <symbol id="g-concluded" viewBox="0 0 16 16">
        <rect x="1.4" y="1.4" width="13.2" height="13.2" fill="currentColor" />
        <path d="m4.4 8.2 2.5 2.6 4.8-5.4" fill="none" stroke="var(--page)" strokeWidth="1.9" />
      </symbol>
      <symbol id="g-lapsed" viewBox="0 0 16 16">
        {square}
        <path d="M2.3 13.7 13.7 2.3" stroke="currentColor" strokeWidth="1.8" />
      </symbol>
      <symbol id="g-withdrawn" viewBox="0 0 16 16">
        {square}
        <path d="m5 5 6 6m0-6-6 6" stroke="currentColor" strokeWidth="1.8" />
      </symbol>
      <symbol id="g-none" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.8" strokeDasharray="1.8 2.6" />
      </symbol>
    </>
  );
}
