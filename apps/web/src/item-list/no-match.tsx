import type { FilterName } from "@readout/core/item-filters";
import { requestAsOf } from "../as-of/request.ts";
import { api } from "../trpc/server.ts";
import { Link } from "../ui/link.tsx";
import { NoData } from "../ui/no-data.tsx";
import { type ItemListParams, type ListHref, withoutFilter } from "./filters.ts";

type NoMatchProps = { params: ItemListParams; words: readonly { name: FilterName; words: string }[]; hrefOf: ListHref };

/** Why the list is empty, and which single filter to take away so that it is not. */
export async function NoMatch({ params: { filters, sort }, words, hrefOf }: NoMatchProps) {
  if (words.length === 0)
    return (
      <NoData>
        The record holds no item yet. One is opened through the <Link href="/docs/api">API</Link>.
      </NoData>
    );
  const { input } = await requestAsOf();
  const tried = await Promise.all(
    words.map(async ({ name, words: filter }) => {
      const rest = withoutFilter(filters, name);
      const { items } = await api.items.list({ ...input, ...rest, limit: 1 });
      return { filter, href: hrefOf(rest, sort), finds: items.length > 0 };
    }),
  );
  const helpful = tried.filter(({ finds }) => finds);
  return (
    <div className="no-match">
      <NoData>No item fits {words.length === 1 ? "this filter" : "all of these filters"} on the day shown.</NoData>
      <ul>
        {helpful.map(({ filter, href }) => (
          <li key={filter}>
            <Link href={href}>Take away: {filter}</Link>
          </li>
        ))}
        {(helpful.length === 0 || words.length > 1) && (
          <li>
            <Link href={hrefOf({}, sort)}>Take away all filters</Link>
          </li>
        )}
      </ul>
    </div>
  );
}
