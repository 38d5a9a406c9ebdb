import type { ItemFilters } from "@readout/core/item-filters";
import type { ItemSort } from "@readout/core/read";
import { Link } from "../ui/link.tsx";
import type { ListHref } from "./filters.ts";

type SortHeadProps = { filters: ItemFilters; sort: ItemSort; current: ItemSort; words: string; hrefOf: ListHref };

/** Which end of the order stands first, in the words of its column. */
const first: Partial<Record<ItemSort, string>> = {
  moved: "newest first",
  title: "A to Z",
  due: "nearest first",
  reviewed: "oldest first",
};

/** The head of a column that sorts; chosen again it gives the usual order back. */
export function SortHead({ filters, sort, current, words, hrefOf }: SortHeadProps) {
  const on = sort === current;
  return (
    <>
      <Link className="sort" id={`sort-${sort}`} href={hrefOf(filters, on ? "place" : sort)}>
        {words}
      </Link>
      {on && <span className="by">{first[sort]}</span>}
    </>
  );
}
