import type { ActorSummary } from "@readout/core/actor";
import { OwnerSide } from "@readout/core/item";
import { familyStatuses, familyWords } from "@readout/core/item-filters";
import { type Status, type StatusFamily, statusWord } from "@readout/core/status";
import { sentenceCase } from "@readout/core/wording";
import type { AsOfView } from "../as-of/search-params.ts";
import { PhaseField } from "../ui/phase-field.tsx";
import { type ItemListParams, type ListPage, sortWords } from "./filters.ts";

type FilterFormProps = {
  params: ItemListParams;
  view: AsOfView;
  actors: readonly Pick<ActorSummary, "id" | "name">[];
  page: ListPage;
  /** The parts of the page that its script fetches anew; the button does without it. */
  parts: string;
};

/** The tags that the list offers, which change with it. */
export const TAGS_ID = "tags";

/** Narrows and orders the list; a GET form, so that every answer is an address. */
export function FilterForm({ params: { filters, sort }, view, actors, page, parts }: FilterFormProps) {
  return (
    <form
      className="filters"
      action={page === "/" ? "/#rest" : page}
      method="get"
      aria-label="Narrow the list"
      data-parts={parts}
      data-only={page === "/" ? "rest" : "list"}
    >
      <label>
        <span>Title has</span>
        <input className="field" type="search" name="q" defaultValue={filters.q} maxLength={200} />
      </label>
      <PhaseField phase={filters.phase} />
      <label>
        <span>Status</span>
        <select className="field" name="status" defaultValue={filters.status?.join(",") ?? ""}>
          <option value="">any</option>
          <CustomStatus statuses={filters.status} />
          {(Object.entries(familyWords) as [StatusFamily, string][]).map(([family, words]) => (
            <optgroup key={family} label={sentenceCase(words)}>
              <option value={familyStatuses(family).join(",")}>{words}</option>
              {familyStatuses(family).map((status) => (
                <option key={status} value={status}>
                  {statusWord(status)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <label>
        <span>Has to move</span>
        <select className="field" name="owner" defaultValue={filters.owner ?? ""}>
          <option value="">anyone</option>
          {OwnerSide.options.map((side) => (
            <option key={side} value={side}>
              {{ us: "United States", russia: "Russia", both: "both sides", others: "others" }[side]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Actor</span>
        <select className="field" name="actor" defaultValue={filters.actor ?? ""}>
          <option value="">any</option>
          {filters.actor !== undefined && !actors.some(({ id }) => id === filters.actor) && (
            <option value={filters.actor}>{filters.actor}</option>
          )}
          {actors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Tag</span>
        <input className="field" name="tag" defaultValue={filters.tag} list={TAGS_ID} autoComplete="off" size={14} />
      </label>
      <label>
        <span>Order</span>
        <select className="field" name="sort" defaultValue={sort === "place" ? "" : sort}>
          {Object.entries(sortWords).map(([value, words]) => (
            <option key={value} value={value === "place" ? "" : value}>
              {value === "place" && page === "/" ? "by phase, newest first" : words}
            </option>
          ))}
        </select>
      </label>
      {Object.entries(view.input).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="button">
        Show
      </button>
    </form>
  );
}

/** A choice that is neither a family nor one status came by a link, and stays chosen. */
function CustomStatus({ statuses }: { statuses: readonly Status[] | undefined }) {
  if (statuses === undefined || statuses.length === 1) return null;
  const value = statuses.join(",");
  const isFamily = (Object.keys(familyWords) as StatusFamily[]).some(
    (family) => familyStatuses(family).join(",") === value,
  );
  return isFamily ? null : <option value={value}>{statuses.map(statusWord).join(" or ")}</option>;
}
