/**
 * The paragraphs of a text: its lines that are not blank, in order, each as it stands. Paragraph 1 is the first of them; title,
 * by-line and page furniture count like any other line.
 */
export const paragraphsOf = (text: string): string[] => text.split(/\r\n|\n|\r/).filter((line) => /\S/.test(line));
