import type { AsOfInput } from "@readout/core/as-of";
import { Reliability } from "@readout/core/evidence";
import { shortPublisher } from "@readout/core/publisher";
import { roleChoices, type SourceFilters } from "./filters.ts";
import { reliabilityText } from "./words.ts";

type SourceFilterFormProps = {
  filters: SourceFilters;
  /** What the publisher asked for is called, where a source of it was found. */
  name: string | null;
  asOf: AsOfInput;
};

/** Narrows the list of sources; a GET form, so that every answer is an address. */
export function SourceFilterForm({ filters: { publisher, reliability, role }, name, asOf }: SourceFilterFormProps) {
  return (
    <form className="filters" action="/sources" aria-label="Narrow the list">
      <label>
        <span>Publisher</span>
        <input
          className="field"
          type="search"
          name="publisher"
          maxLength={200}
          defaultValue={publisher === undefined ? "" : name === null ? publisher : shortPublisher(name)}
        />
      </label>
      <label>
        <span>Reliability</span>
        <select className="field" name="reliability" defaultValue={reliability ?? ""}>
          <option value="">any</option>
          {Reliability.options.map((letter) => (
            <option key={letter} value={letter}>
              {reliabilityText(letter)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>What it is here</span>
        <select className="field" name="role" defaultValue={role ?? ""}>
          <option value="">anything</option>
          {roleChoices.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
      {Object.entries(asOf).map(([parameter, value]) => (
        <input key={parameter} type="hidden" name={parameter} value={value} />
      ))}
      <button type="submit" className="button">
        Show
      </button>
    </form>
  );
}
