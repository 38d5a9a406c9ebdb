import type { Marked } from "@readout/core/search";

/** A text in which what was looked for is marked. */
export const MarkedText = ({ pieces }: { pieces: Marked }) =>
  pieces.map(({ text, hit }, i) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other identity
    hit ? <mark key={i}>{text}</mark> : text,
  );
