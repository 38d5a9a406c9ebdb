/** The rows of a page's lists and tables by the link that opens each, in the order of the page. */
function rowLinks(): HTMLAnchorElement[] {
  const rows = document.querySelectorAll<HTMLElement>("main :is(tbody > tr, ol > li, ul > li)");
  return [...rows].flatMap((row) => {
    const isPart = row.parentElement?.closest("li, tr, nav, form, details:not([open])");
    const link = isPart ? null : row.querySelector<HTMLAnchorElement>("a[href]");
    return link?.checkVisibility() ? link : [];
  });
}

/** Moves the focus to the row after or before the one it is in; from elsewhere to the first one in sight. */
export function stepThroughRows(step: 1 | -1): void {
  const links = rowLinks();
  const row = document.activeElement?.closest("li, tr");
  const at = links.findIndex((link) => link === document.activeElement || row?.contains(link));
  const inSight = links.findIndex((link) => link.getBoundingClientRect().top >= 0);
  const next = links[at < 0 ? (step === 1 ? inSight : inSight - 1) : at + step];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}
