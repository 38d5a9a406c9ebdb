import "server-only";
import { readFile } from "node:fs/promises";

/** A face for pictures; satori reads woff, not woff2, and one file an alphabet. */
type Face = { name: string; weight: 400 | 600; data: Buffer };
type Alphabet = "latin" | "latin-ext" | "cyrillic" | "greek";

// Written out one by one: the bundler takes along what it can read here.
const files: readonly [family: "Serif" | "Sans", alphabet: Alphabet, weight: 400 | 600, url: URL][] = [
  [
    "Serif",
    "latin",
    400,
    new URL(
      "../../../../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff",
      import.meta.url,
    ),
  ],
  [
    "Serif",
    "latin",
    600,
    new URL(
      "../../../../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff",
      import.meta.url,
    ),
  ],
  [
    "Serif",
    "latin-ext",
    400,
    new URL(
      "../../../../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-normal.woff",
      import.meta.url,
    ),
  ],
  [
    "Serif",
    "latin-ext",
    600,
    new URL(
      "../../../../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-ext-600-normal.woff",
      import.meta.url,
    ),
  ],
  [
    "Serif",
    "cyrillic",
    400,
    new URL(
      "../../../../node_modules/@fontsource/source-serif-4/files/source-serif-4-cyrillic-400-normal.woff",
      import.meta.url,
    ),
  ],
  [
    "Serif",
    "cyrillic",
    600,
    new URL(
      "../../../../node_modules/@fontsource/source-serif-4/files/source-serif-4-cyrillic-600-normal.woff",
      import.meta.url,
    ),
  ],
  [
    "Serif",
    "greek",
    400,
    new URL(
      "../../../../node_modules/@fontsource/source-serif-4/files/source-serif-4-greek-400-normal.woff",
      import.meta.url,
    ),
  ],
  [
    "Serif",
    "greek",
    600,
    new URL(
      "../../../../node_modules/@fontsource/source-serif-4/files/source-serif-4-greek-600-normal.woff",
      import.meta.url,
    ),
  ],
  [
    "Sans",
    "latin",
    400,
    new URL(
      "../../../../node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff",
      import.meta.url,
    ),
  ],
  [
    "Sans",
    "latin",
    600,
    new URL(
      "../../../../node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff",
      import.meta.url,
    ),
  ],
];

const read = new Map<string, Promise<Buffer>>();

/** The faces that `text` needs; each file is read once. */
export async function facesFor(text: string): Promise<Face[]> {
  const needed = files.filter(([, alphabet]) => signsOf[alphabet].test(text));
  return Promise.all(
    needed.map(async ([family, alphabet, weight, url]) => {
      const data = read.get(url.href) ?? readFile(url);
      read.set(url.href, data);
      return { name: `${family} ${alphabet}`, weight, data: await data };
    }),
  );
}

export const serif = "Serif latin, Serif latin-ext, Serif cyrillic, Serif greek";
export const sans = "Sans latin, Serif latin, Serif latin-ext, Serif cyrillic, Serif greek";

const signsOf: Record<Alphabet, RegExp> = {
  latin: /[\s\S]/,
  "latin-ext": /[\u0100-\u024f]/,
  cyrillic: /[\u0400-\u045f]/,
  greek: /[\u0370-\u03ff]/,
};

/** Signs of our alphabets; for any other the drawing library would ask a font service of the internet. */
const unknownSigns =
  /[^\u0020-\u007e\u00a0-\u012f\u0131-\u017f\u0384-\u03ce\u0401-\u045f\u2013\u2014\u2018-\u201a\u201c-\u201e\u2026]/g;

/** The text in signs that a picture can show. */
export const drawable = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").replace(unknownSigns, "?");
