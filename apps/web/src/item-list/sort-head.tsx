import type { ItemFilters } from "@readout/core/item-filters";
import type { ItemSort } from "@readout/core/read";
import { Link } from "../ui/link.tsx";
import { itemListHref } from "./filters.ts";

type SortHeadProps = { filters: ItemFilters; sort: ItemSort; current: ItemSort; words: string };

/** The head of a column that sorts; chosen again it gives the usual order back. */
export function SortHead({ filters, sort, current, words }: SortHeadProps) {
  const on = sort === current;
  return (
    <>
      <Link className="sort" href={itemListHref(filters, on ? "place" : sort)}>
        {words}
      </Link>
      {on && <span aria-hidden="true"> {sort === "moved" ? "newest first" : "A to Z"}</span>}
    </>
  );
}
