import type { RailMonth } from "@readout/core/rail";
import { counted } from "@readout/core/wording";

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** The facts of the rail in words, a line a year: "2017: July 14, August 57 (3 of this item)". */
export function RailList({ months, ofItem }: { months: readonly RailMonth[]; ofItem: boolean }) {
  const years = new Map<string, string[]>();
  for (const { month, entries, own } of months) {
    const [year = "", number] = month.split("-");
    const words = `${MONTHS[Number(number) - 1]} ${entries}${ofItem && own > 0 ? ` (${own} of this item)` : ""}`;
    years.set(year, [...(years.get(year) ?? []), words]);
  }
  return (
    <details className="rail-list">
      <summary>How many entries became known in each month</summary>
      {years.size === 0 ? (
        <p>{counted(0, "entry", "entries")}</p>
      ) : (
        <ol>
          {[...years].map(([year, words]) => (
            <li key={year}>
              {year}: {words.join(", ")}
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}
