import { OwnerSide } from "@readout/core/item";
import { familyStatuses, familyWords } from "@readout/core/item-filters";
import { type Status, type StatusFamily, statusWord } from "@readout/core/status";
import { sentenceCase } from "@readout/core/wording";
import type { AsOfView } from "../as-of/search-params.ts";
import { PhaseField } from "../ui/phase-field.tsx";
import type { ItemListParams } from "./filters.ts";

type FilterFormProps = { params: ItemListParams; view: AsOfView; tags: readonly string[] };

const sorts = { place: "as in the record", moved: "moved last first", title: "by title" } as const;

/** Narrows and orders the list; a GET form, so that every answer is an address. */
export function FilterForm({ params: { filters, sort }, view, tags }: FilterFormProps) {
  return (
    <form className="filters" action="/items" method="get" aria-label="Narrow the list">
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
        <span>Tag</span>
        <input className="field" name="tag" defaultValue={filters.tag} list="tags" autoComplete="off" size={14} />
        <datalist id="tags">
          {tags.map((tag) => (
            <option key={tag} value={tag} />
          ))}
        </datalist>
      </label>
      <label>
        <span>Order</span>
        <select className="field" name="sort" defaultValue={sort === "place" ? "" : sort}>
          {Object.entries(sorts).map(([value, words]) => (
            <option key={value} value={value === "place" ? "" : value}>
              {words}
            </option>
          ))}
        </select>
      </label>
      {filters.actor !== undefined && <input type="hidden" name="actor" value={filters.actor} />}
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
