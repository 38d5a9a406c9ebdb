/** Rows in sight and some on either side: `from` the first of them, `until` the first that is not. */
export type Rows = { from: number; until: number };

/**
 * Which rows of a list are to be there.
 *
 * @param top   px of the list that lie above the window; negative where it begins below the upper edge
 * @param seen  height of the window in px
 * @param over  rows beyond either edge, so that none is missing when the next frame is drawn
 */
export function rowsInView(top: number, seen: number, rowHeight: number, count: number, over: number): Rows {
  const first = Math.floor(top / rowHeight) - over;
  const last = Math.ceil((top + seen) / rowHeight) + over;
  const from = Math.min(count, Math.max(0, first));
  return { from, until: Math.max(from, Math.min(count, last)) };
}

/** The pages, from 1, that hold these rows of a group which begins behind `before` other lanes. */
export function pagesOf({ from, until }: Rows, before: number, perPage: number): number[] {
  const pages: number[] = [];
  for (let page = Math.floor((before + from) / perPage); page * perPage < before + until; page++) pages.push(page + 1);
  return pages;
}
