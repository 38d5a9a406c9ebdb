import type { ActorDetail, ActorSummary, ActorType, Office } from "@readout/core/actor";
import { formatDay, formatEdtf } from "@readout/core/edtf-text";
import type { Day } from "@readout/core/time";
import { counted, joinWords } from "@readout/core/wording";

export const typeWords: Record<ActorType, string> = {
  person: "person",
  "unnamed-person": "person, not named",
  state: "state",
  government: "government",
  ministry: "ministry",
  legislature: "legislature",
  mission: "mission",
  "international-body": "international body",
  media: "media",
  "research-body": "research body",
  "armed-group": "armed group",
  group: "group",
};

export const isPerson = ({ type }: Pick<ActorSummary, "type">): boolean =>
  type === "person" || type === "unnamed-person";

/** "attested August 2017 to July 2018", and that it is not attested on the day shown where it is not. */
export function attestedWords(office: Office & { attestedThen: boolean }, day: Day): string {
  const attested = `attested ${formatEdtf(office.attested)}`;
  return office.attestedThen ? attested : `${attested}, not attested then, on ${formatDay(day)}`;
}

/** Whether any office of these actors is attested on the day shown. */
export const isAnyAttested = (actors: readonly Pick<ActorSummary, "offices">[]): boolean =>
  actors.some(({ offices }) => offices.some(({ attestedThen }) => attestedThen));

/** The office to name in one line: one attested on the day shown, else the last one, marked so. */
export function officeInShort(actor: Pick<ActorSummary, "offices">): string | null {
  const then = actor.offices.filter(({ attestedThen }) => attestedThen);
  if (then.length > 0) return joinWords(then.map(({ office }) => office));
  const last = actor.offices.at(-1);
  return last === undefined ? null : `${last.office}, not attested then`;
}

/**
 * What the record holds of an actor, in one sentence.
 *
 * "Sergey Lavrov is party to 2 items, expressed 3 views and is named in 5 sources."
 */
export function actorSentence(actor: Pick<ActorDetail, "name" | "items" | "views" | "seenIn">): string {
  const { items, views, seenIn } = actor;
  const sources = new Set(seenIn.map(({ sourceId }) => sourceId)).size;
  const parts = [
    items.length > 0 && `is party to ${counted(items.length, "item")}`,
    views.length > 0 && `expressed ${counted(views.length, "view")}`,
    sources > 0 && `is named in ${counted(sources, "source")}`,
  ].filter((part): part is string => part !== false);
  const rest = parts.length === 0 ? "stands in no item, view or passage that was known by this day" : joinWords(parts);
  return `${actor.name} ${rest}.`;
}

/** The sentence that opens the list: "The record names 67 actors: 24 people, 10 states and 33 bodies and groups." */
export function actorsSentence(some: readonly Pick<ActorSummary, "type">[], isAll: boolean): string {
  if (some.length === 0) return "The record names nobody.";
  if (!isAll) return `The record names more than ${counted(some.length, "actor")}.`;
  const people = some.filter(isPerson).length;
  const states = some.filter(({ type }) => type === "state").length;
  const others = some.length - people - states;
  const parts = [
    people > 0 && counted(people, "person", "people"),
    states > 0 && counted(states, "state"),
    others > 0 && counted(others, "body or group", "bodies and groups"),
  ].filter((part): part is string => part !== false);
  return `The record names ${counted(some.length, "actor")}: ${joinWords(parts)}.`;
}
