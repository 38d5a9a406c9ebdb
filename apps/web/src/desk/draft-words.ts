/** Where a draft was written: the page that takes it up again, what it is, and the thing it is about, where one is named. */
export type DraftPlaceWords = {
  href: string;
  what: string;
  subject: { type: "item" | "source" | "actor" | "disagreement"; id: string } | null;
};

const editors = { item: "items", source: "sources", actor: "actors", disagreement: "disagreements" } as const;
type Subject = keyof typeof editors;

const isSubject = (type: string): type is Subject => Object.hasOwn(editors, type);
const newWords: Record<Subject, string> = {
  item: "opening an item",
  source: "adding a source",
  actor: "adding an actor",
  disagreement: "noting a disagreement",
};

/** A draft's place, as in "record:item-id" or "correct:item-id:4", in words; null for one that no page here knows. */
export function draftPlaceWords(place: string): DraftPlaceWords | null {
  const [verb = "", id = "", entry] = place.split(":");
  const subject = { type: "item" as const, id };
  const page = `/desk/items/${id}/record`;
  if (id === "") return null;
  switch (verb) {
    case "record":
      return { href: page, what: "recording an entry", subject };
    case "correct":
      return { href: `${page}?corrects=${entry}`, what: `correcting entry ${entry}`, subject };
    case "retract":
      return { href: `${page}?retracts=${entry}`, what: `retracting entry ${entry}`, subject };
    case "verdict":
      return {
        href: `/desk/items/${id}?decide=${entry}#date-${entry}`,
        what: "deciding what became of a date",
        subject,
      };
    case "milestone":
      return entry === "new"
        ? { href: `/desk/items/${id}`, what: "adding a date", subject }
        : { href: `/desk/items/${id}#date-${entry}`, what: "editing a date", subject };
  }
  if (!isSubject(verb)) return null;
  if (id === "new")
    return {
      href: `/desk/${editors[verb]}/new${entry === undefined ? "" : `?item=${entry}`}`,
      what: newWords[verb],
      subject: entry === undefined ? null : { type: "item", id: entry },
    };
  return { href: `/desk/${editors[verb]}/${id}`, what: `editing the ${verb}`, subject: { type: verb, id } };
}
