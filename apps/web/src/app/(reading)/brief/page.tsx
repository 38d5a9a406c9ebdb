import { isReadoutError } from "@readout/core/error";
import type { Export, ExportFilters } from "@readout/core/export";
import { ItemId } from "@readout/core/id";
import { counted } from "@readout/core/wording";
import type { Metadata } from "next";
import { firstNews } from "../../../as-of/load-rail.ts";
import { requestAsOf } from "../../../as-of/request.ts";
import { pageMetadata } from "../../../as-of/title.ts";
import { BriefPage } from "../../../brief/brief-page.tsx";
import { itemListHref, parseItemList } from "../../../item-list/filters.ts";
import { TakeAlong } from "../../../take-along/take-along.tsx";
import { api } from "../../../trpc/server.ts";
import { Link } from "../../../ui/link.tsx";
import { NoData } from "../../../ui/no-data.tsx";

type BriefSetProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** A page an item: beyond this nobody prints, and the workbook says more. */
const MOST_ITEMS = 50;

export const generateMetadata = (): Promise<Metadata> => pageMetadata("Brief");

export default async function BriefSetPage({ searchParams }: BriefSetProps) {
  const [view, first, search] = await Promise.all([requestAsOf(), firstNews(), searchParams]);
  const filters = filtersOf(search);
  const made = await loadExport(filters);
  if (typeof made === "string" || made.items.length === 0 || made.items.length > MOST_ITEMS)
    return (
      <>
        <h1 className="lead" data-status={typeof made === "string" ? 404 : undefined}>
          {typeof made === "string"
            ? made
            : made.items.length === 0
              ? "No item fits these filters."
              : `${counted(made.items.length, "item")} would make as many pages; a brief holds ${MOST_ITEMS}.`}
        </h1>
        <NoData>
          <Link href={itemListHref({})}>Narrow the list</Link>, and take along what is left.
        </NoData>
        <TakeAlong filters={filters} asOf={view.input} form="line" />
      </>
    );
  const [only, ...others] = made.items;
  const head = (
    <>
      <h1 className="lead">{counted(made.items.length, "item")}</h1>
      <p className="dim">{made.filterSentence}</p>
    </>
  );
  return <BriefPage made={made} view={view} first={first} head={only !== undefined && others.length > 0 && head} />;
}

/** Reads what a brief is narrowed to; what it does not know, a page ignores. */
function filtersOf(search: Awaited<BriefSetProps["searchParams"]>): ExportFilters {
  const named = [search.items]
    .flat()
    .join(",")
    .split(",")
    .flatMap((id) => ItemId.safeParse(id.trim()).data ?? []);
  const { filters } = parseItemList(search);
  return { ...(named.length > 0 && { items: [...new Set(named)].slice(0, 200) }), ...filters };
}

/** The export, or in words why there is none. */
async function loadExport(filters: ExportFilters): Promise<Export | string> {
  const { input } = await requestAsOf();
  try {
    return await api.export.get({ ...input, ...filters });
  } catch (error) {
    if (!isReadoutError(error, "invalid_input")) throw error;
    const [fault] = error.details.fields ?? [];
    return `No brief was made: ${fault?.message ?? error.message}.`;
  }
}
