import { formatParagraphs } from "@readout/core/wording";

/** No source has more, and a slip such as 1-99999 would make a list that nobody meant. */
const most = 500;

/** Paragraph numbers as typed, or what is wrong with the first part that is not understood. */
export type TypedParagraphs = { numbers: number[] } | { refusal: string };

/**
 * Reads paragraphs as people write them: "5-7, 9", "¶15 and 19", "5–7; 9".
 *
 * @returns each number once, in rising order; none for an empty text
 */
export function readParagraphs(text: string): TypedParagraphs {
  const numbers = new Set<number>();
  // A blank beside a dash belongs to the range; elsewhere it parts numbers.
  const parts = text
    .replace(/[¶§]/g, " ")
    .replace(/\band\b/gi, ",")
    .replace(/\s*[-–—]\s*/g, "-")
    .split(/[\s,;]+/)
    .filter((part) => part !== "");
  for (const part of parts) {
    const [, first, last = first] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(part) ?? [];
    if (first === undefined || last === undefined)
      return { refusal: `“${part}” is not a paragraph; write numbers and ranges, as in 5-7, 9` };
    const [from, to] = [Number(first), Number(last)];
    if (from < 1) return { refusal: "paragraphs are counted from 1" };
    if (to < from) return { refusal: `${part} runs backwards` };
    if (to - from >= most || numbers.size + to - from >= most)
      return { refusal: `${part} names more than ${most} paragraphs` };
    for (let number = from; number <= to; number++) numbers.add(number);
  }
  return { numbers: [...numbers].sort((a, b) => a - b) };
}

/** Paragraph numbers as they are typed: "5-7, 9"; empty for none. */
export const writeParagraphs = (numbers: readonly number[]): string =>
  formatParagraphs(numbers).replace("¶", "").replaceAll("–", "-");
