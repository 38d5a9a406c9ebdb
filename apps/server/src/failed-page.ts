/** What Next sends when a page failed before its first byte: an empty document that only a script would fill. */
const emptyDocument = /<html\b[^>]*\bid="__next_error__"/;

const style =
  ":root{color-scheme:light dark}body{max-width:40rem;margin:12vh auto;padding:0 16px;font:17px/26px Georgia,serif;" +
  "color:light-dark(#16201e,#e9eeec);background:light-dark(#fafbfa,#101514)}a{color:inherit}";

/**
 * The page in place of one that failed, for people whose browser runs no script: what failed, what is kept, what to do.
 *
 * @param requestId leads to the cause in the log
 * @returns `html` itself where it is a page, whatever its status
 */
export function failedPage(html: string, requestId: string): string {
  if (!emptyDocument.test(html)) return html;
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">\
<meta name="robots" content="noindex"><title>This page could not be made · Readout</title><style>${style}</style></head><body><main>\
<h1>This page could not be made</h1><p>Something failed on our side. Nothing you entered elsewhere is affected, and the record \
itself is as it was. Try again in a moment; the log holds the cause under ${requestId}.</p>\
<p><a href="/">Overview</a></p></main></body></html>`;
}
