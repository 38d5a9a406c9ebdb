import { formatDayOrInstant, asOfSentence as sentenceOf } from "@readout/core/as-of-words";
import { formatDay } from "@readout/core/edtf-text";
import type { AsOfView } from "./search-params.ts";

/** The day of what was known, with the time where a moment was asked for. */
const knownOnText = (view: AsOfView): string => formatDayOrInstant(view.instant ?? view.knownOn);

/** The two lines of the as-of row. */
export function asOfLines(view: AsOfView): [first: string, second: string] {
  const known = knownOnText(view);
  switch (view.state) {
    case "today":
      return ["As known today", formatDay(view.today)];
    case "published":
      return [`As known on ${known}`, "from what was published by then"];
    case "recorded":
      return [`As Readout showed it on ${known}`, "from what was recorded by then"];
    case "world":
      return [`State of the world on ${formatDay(view.validOn)}`, "with what is known today"];
    case "both":
      return [
        `State on ${formatDay(view.validOn)}`,
        view.basis === "recorded" ? `as Readout showed it on ${known}` : `as known on ${known}`,
      ];
  }
}

/** One sentence that states the as-of in full, for the foot of a page and for print. */
export const asOfSentence = ({ knownOn, instant, validOn, basis }: AsOfView): string =>
  sentenceOf({ knownOn: instant ?? knownOn, validOn, basis });

/** What a page title carries of the day; empty today. */
export function titleSuffix(view: AsOfView): string {
  const known = knownOnText(view);
  switch (view.state) {
    case "today":
      return "";
    case "published":
      return ` (as known on ${known})`;
    case "recorded":
      return ` (as Readout showed it on ${known})`;
    case "world":
      return ` (on ${formatDay(view.validOn)})`;
    case "both":
      return ` (on ${formatDay(view.validOn)}, as known on ${known})`;
  }
}
