/**
 * A fetched page, for its parts to be put in place of those shown. The styles written into it are left out: the policy of the
 * page that is shown does not name them, and parsing alone would try to apply them.
 */
export const parsePage = (html: string): Document =>
  new DOMParser().parseFromString(html.replace(/<style\b[^>]*>[\s\S]*?<\/style>/g, ""), "text/html");
