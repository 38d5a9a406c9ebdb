/** The widths of lanes, least px, for each of which marks are gathered; 320 px of window leave 288. */
export const WIDTHS = { wide: 960, middle: 600, narrow: 288 } as const;
export type WidthName = keyof typeof WIDTHS;

/** What lies nearer than this shares a mark, in px; where lanes are narrow a thumb has to find it. */
export const nearOf = (width: number): number => (width < WIDTHS.middle ? 24 : 12);

/** An uncertain span of less px is too narrow to hatch: it is a dotted edge. */
export const NARROWEST_SPAN_PX = 4;
