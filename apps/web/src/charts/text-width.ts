const NARROW = /[fijlrtI.,:;'!|()¶ ]/;
const WIDE = /[mwMW%—@]/;

/** About how wide a text is in the sans face, in px; on the safe side by some per cent. `bold` is weight 600. */
export function textWidth(text: string, sizePx: number, bold = false): number {
  let em = 0;
  for (const sign of text) em += NARROW.test(sign) ? 0.29 : WIDE.test(sign) ? 0.8 : /[A-Z]/.test(sign) ? 0.6 : 0.5;
  return em * sizePx * (bold ? 1.06 : 1.01);
}

/** The text, cut at a word and closed with "…" where it would be wider than `most` px. */
export function fitText(text: string, most: number, sizePx: number): string {
  if (textWidth(text, sizePx) <= most) return text;
  const words = text.split(" ");
  while (words.length > 1 && textWidth(`${words.join(" ")}…`, sizePx) > most) words.pop();
  return `${words.join(" ").replace(/[,;:.]$/, "")}…`;
}
