import fc from "fast-check";

/** Titles that would do harm where text becomes headers or HTML. */
export const nastyTitles = [
  "Bridge\r\nBcc: everybody@example.org",
  "Bridge\nX-Evil: 1\n\n<script>alert(1)</script>",
  "=?utf-8?B?QmNjOiBh?= \r\n\tfolded",
  '"><img src=x onerror=alert(1)>',
  "a".repeat(3000),
  "\u202e\u0000\u2028 мост 🌉 <b>",
  'Bridge, "quoted" <ann@example.org>, bob@example.org',
];

export const arbitraryText = fc.string({ unit: "binary", maxLength: 300 });
