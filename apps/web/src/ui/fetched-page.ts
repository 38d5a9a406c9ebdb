/**
 * A fetched page, for its parts to be put in place of those shown. The styles written into it are kept as text: the policy of
 * the page that is shown does not name them, and parsing alone would try to apply them.
 */
export const parsePage = (html: string): Document =>
  new DOMParser().parseFromString(
    html.replace(/<style\b[^>]*>([\s\S]*?)<\/style>/g, '<script type="text/css">$1</script>'),
    "text/html",
  );

/** The styles written into a part of a fetched page, taken out of it. */
export function takeStyles(part: ParentNode): string {
  return [...part.querySelectorAll('script[type="text/css"]')]
    .map((style) => {
      style.remove();
      return style.textContent ?? "";
    })
    .join("\n");
}
