import type { SearchFacets } from "@readout/core/search";
import { sentenceCase } from "@readout/core/wording";
import { Link } from "../ui/link.tsx";
import { statusLabel } from "../ui/status.tsx";
import { type Search, searchHref } from "./search-params.ts";
import { kindsInOrder, kindWord } from "./words.ts";

type Choice = { words: string; count: number; href: string; isChosen: boolean };
type FacetsProps = { search: Search; facets: SearchFacets };

/** The kinds of what was found, with how many there are of each. */
export function KindFacet({ search, facets }: FacetsProps) {
  const kinds = kindsInOrder.flatMap((kind) => facets.kind.filter(({ value }) => value === kind));
  const { kind: chosen, ...rest } = search;
  return (
    <Facet
      id="kind"
      title="Kind"
      everything={searchHref(rest)}
      choices={kinds.map(({ value, count }) => ({
        ...{ words: sentenceCase(kindWord(value)), count, isChosen: chosen?.includes(value) ?? false },
        href: searchHref({ ...rest, kind: [value] }),
      }))}
    />
  );
}

/** Everything else that what was found can be narrowed by. */
export function OtherFacets({ search, facets }: FacetsProps) {
  const { status, tag, publisher, ...rest } = search;
  const kept = { ...(status && { status }), ...(tag && { tag }), ...(publisher && { publisher }) };
  const without = (name: keyof typeof kept): Search => {
    const { [name]: _, ...others } = kept;
    return { ...rest, ...others };
  };
  return (
    <>
      <Facet
        id="status"
        title="Status"
        everything={searchHref(without("status"))}
        choices={facets.status.map(({ value, count }) => ({
          ...{ words: statusLabel(value), count, isChosen: status?.includes(value) ?? false },
          href: searchHref({ ...without("status"), status: [value] }),
        }))}
      />
      <Facet
        id="tag"
        title="Tag"
        everything={searchHref(without("tag"))}
        choices={facets.tag.map(({ value, count }) => ({
          ...{ words: value.replaceAll("-", " "), count, isChosen: tag === value },
          href: searchHref({ ...without("tag"), tag: value }),
        }))}
      />
      <Facet
        id="publisher"
        title="Publisher"
        everything={searchHref(without("publisher"))}
        choices={facets.publisher.map(({ value, count }) => ({
          ...{ words: value, count, isChosen: publisher === value },
          href: searchHref({ ...without("publisher"), publisher: value }),
        }))}
      />
    </>
  );
}

type FacetProps = { id: string; title: string; everything: string; choices: readonly Choice[] };

function Facet({ id, title, everything, choices }: FacetProps) {
  if (choices.length === 0) return null;
  return (
    <nav className="facet" aria-labelledby={`facet-${id}`}>
      <h2 id={`facet-${id}`}>{title}</h2>
      <ul>
        {choices.map(({ words, count, href, isChosen }) => (
          <li key={words}>
            {isChosen ? (
              <>
                <b aria-current="true">{words}</b> <Link href={everything}>show all</Link>
              </>
            ) : (
              <Link href={href}>{words}</Link>
            )}{" "}
            <span className="count">{count.toLocaleString("en-GB")}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
