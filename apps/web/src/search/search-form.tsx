import type { AsOfInput } from "@readout/core/as-of";

/** Asks for words; a GET form, so that every answer is an address. */
export const SearchForm = ({ q, day }: { q: string | null; day: AsOfInput }) => (
  <search>
    <form className="search-form" action="/search" method="get">
      <label>
        <span>Words</span>
        <input className="field" type="search" name="q" defaultValue={q ?? ""} maxLength={200} enterKeyHint="search" />
      </label>
      {Object.entries(day).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="button solid">
        Search
      </button>
    </form>
  </search>
);
