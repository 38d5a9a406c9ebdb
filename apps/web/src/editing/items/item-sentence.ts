import type { ItemDetail } from "@readout/core/item";
import { lacksVerdict } from "@readout/core/milestone-words";
import type { Day } from "@readout/core/time";
import { counted, inWords } from "@readout/core/wording";

/** "It has 4 dates, one of them passed without a verdict; its ledger has 9 entries, and it is linked to 2 items." */
export function itemSentence(
  { milestones, links, head }: Pick<ItemDetail, "milestones" | "links" | "head">,
  today: Day,
): string {
  const waiting = milestones.filter((milestone) => lacksVerdict(milestone, today)).length;
  const entries = head === 0 ? "nothing is recorded yet" : `its ledger has ${counted(head, "entry", "entries")}`;
  const linked = links.length === 0 ? "" : `, and it is linked to ${counted(links.length, "item")}`;
  return `${datesWords(milestones.length, waiting)}; ${entries}${linked}.`;
}

function datesWords(dates: number, waiting: number): string {
  if (dates === 0) return "It has no dates";
  if (dates === 1) return `It has one date${waiting === 0 ? "" : ", which passed without a verdict"}`;
  const which = waiting === dates ? "all" : inWords(waiting);
  return `It has ${counted(dates, "date")}${waiting === 0 ? "" : `, ${which} of them passed without a verdict`}`;
}
