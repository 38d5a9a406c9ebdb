/** A title without our remark on where it is from: "Interfax report of Lavrov's words (descriptive)" loses its end. */
export const plainTitle = (title: string): string =>
  title.replace(/\s*\((?:descriptive|address line)[^)]*\)\s*$/, "") || title;
