import { formatParagraphs } from "../../ui/format.ts";

/** More than any citation needs; a slip of the finger must not list a hundred thousand. */
const MOST = 500;

/**
 * Reads paragraph numbers as people write them: "5", "¶7-8, 12", "5 7 8".
 *
 * @returns each once, rising; null for what is no list of numbers or ranges
 */
export function readParagraphs(text: string): number[] | null {
  const parts = text
    .replace(/¶/g, " ")
    .replace(/\s*(?:[-–]|\bto\b)\s*/g, "-")
    .split(/[\s,;]+|\band\b/)
    .filter(Boolean);
  const numbers = new Set<number>();
  for (const part of parts) {
    const [, first = "", last = first] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(part) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (first === "" || from < 1 || to < from || to - from >= MOST) return null;
    for (let number = from; number <= to; number += 1) numbers.add(number);
  }
  return numbers.size > MOST ? null : [...numbers].sort((a, b) => a - b);
}

/** Paragraph numbers as they are typed: "5, 7–8". */
export const writeParagraphs = (numbers: readonly number[]): string => formatParagraphs(numbers).replace("¶", "");
