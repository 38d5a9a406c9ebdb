/** What a reader picked in the chart, a paragraph or an origin; everything else steps back. */
export type Emphasis = `p:${number | "all"}` | `o:${string}`;

/** The row of a paragraph; null is the unnumbered whole. */
export const ofParagraph = (paragraph: number | null): Emphasis => `p:${paragraph ?? "all"}`;

export const ofOrigin = (id: string): Emphasis => `o:${id}`;
