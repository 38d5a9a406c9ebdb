const longest = 80;

/**
 * The id that a title suggests: its words in a-z and 0-9, joined by hyphens, cut between words.
 *
 * @returns "" where no letter or figure of the title has a Latin form
 */
export function idFromTitle(title: string): string {
  let id = "";
  for (const word of latinWords(title)) {
    const longer = id === "" ? word.slice(0, longest) : `${id}-${word}`;
    if (longer.length > longest) break;
    id = longer;
  }
  return id;
}

/** The id that several texts suggest together; one that the next begins with anyway is not said twice. */
export const idFromTexts = (texts: readonly string[]): string =>
  idFromTitle(texts.filter((text, i) => !beginsWith(texts[i + 1] ?? "", text)).join(" "));

const beginsWith = (text: string, start: string): boolean =>
  `${latinWords(text).join("-")}-`.startsWith(`${latinWords(start).join("-")}-`);

const latinWords = (text: string): string[] =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .replace(/ß/g, "ss")
    .replace(/[øØ]/g, "o")
    .replace(/[łŁ]/g, "l")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
