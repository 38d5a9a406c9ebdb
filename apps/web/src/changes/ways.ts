import { formatDayShort } from "@readout/core/edtf-text";
import { addDays, type Day, daysBetween } from "@readout/core/time";
import { counted } from "@readout/core/wording";

export type Days = { from: Day; to: Day };
export type Way = { words: string; href: string };

/** The address of a comparison; the day shown is added by the link. */
export const compareHref = ({ from, to }: { from: Day | null; to: Day | null }): string =>
  `/changes?from=${from ?? ""}&to=${to ?? ""}`;

/**
 * Comparisons that readers come for: since yesterday, the last 7 and 30 days, since the days of the numbered sources.
 *
 * @param knownOn the day shown, to which all of them lead
 */
export function presets(knownOn: Day, sourceDays: readonly Day[]): Way[] {
  const since = (from: Day, words: string): Way => ({ words, href: compareHref({ from, to: knownOn }) });
  return [
    since(addDays(knownOn, -1), "since the day before"),
    since(addDays(knownOn, -7), "last 7 days"),
    since(addDays(knownOn, -30), "last 30 days"),
    ...sourceDays.filter((day) => day < knownOn).map((day) => since(day, `since ${formatDayShort(day)}`)),
  ];
}

/** The stretches as long as this one right before and after it; none after the day shown. */
export function neighbours({ from, to }: Days, knownOn: Day): { before: Way; after: Way | null } {
  const days = Math.max(1, daysBetween(from, to));
  const length = counted(days, "day");
  const [earlier, later] = [addDays(from, -days), addDays(to, days)];
  const next = later > knownOn ? knownOn : later;
  return {
    before: { words: `the ${length} before`, href: compareHref({ from: earlier, to: from }) },
    after:
      to >= knownOn
        ? null
        : {
            words: next === later ? `the ${length} after` : "what came after",
            href: compareHref({ from: to, to: next }),
          },
  };
}
