import localFont from "next/font/local";

/**
 * What the instrument says. Latin only and preloaded; other scripts come from fonts.css when a page has them. Where it is not
 * there in time, the first page keeps the face that stands in for it: lines that break anew would move all below them.
 */
export const sans = localFont({
  src: "../../../../node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
  weight: "200 900",
  display: "optional",
  variable: "--font-sans-latin",
  adjustFontFallback: "Arial",
});

/** What the world said or did. */
export const serif = localFont({
  src: "../../../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
  weight: "200 900",
  display: "optional",
  variable: "--font-serif-latin",
  adjustFontFallback: "Times New Roman",
});
