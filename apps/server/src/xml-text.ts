const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A text as XML 1.0 can hold it: what it cannot, control characters above all, becomes the replacement character. */
export const xmlText = (text: string): string => text.replace(unwritable, "\uFFFD");
