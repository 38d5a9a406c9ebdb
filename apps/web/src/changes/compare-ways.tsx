import type { Day } from "@readout/core/time";
import { keepDates } from "../ui/format.ts";
import { Link } from "../ui/link.tsx";
import { type Days, neighbours, presets } from "./ways.ts";

type CompareWaysProps = { days: Days | null; knownOn: Day; sourceDays: readonly Day[] };

/** Ready comparisons, and the stretches before and after the one shown. */
export function CompareWays({ days, knownOn, sourceDays }: CompareWaysProps) {
  const beside = days === null ? null : neighbours(days, knownOn);
  return (
    <nav className="compare-ways" aria-label="Other comparisons">
      <p>
        {presets(knownOn, sourceDays).map(({ words, href }) => (
          <Link key={href} href={href}>
            {keepDates(words)}
          </Link>
        ))}
      </p>
      {beside !== null && (
        <p>
          <Link href={beside.before.href} rel="prev">
            <span aria-hidden="true">‹ </span>
            {beside.before.words}
          </Link>
          {beside.after !== null && (
            <Link href={beside.after.href} rel="next">
              {beside.after.words}
              <span aria-hidden="true"> ›</span>
            </Link>
          )}
        </p>
      )}
    </nav>
  );
}
