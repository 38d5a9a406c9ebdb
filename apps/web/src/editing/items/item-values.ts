import { type ItemDetail, type LinkType, OwnerSide } from "@readout/core/item";
import type { MilestoneKind } from "@readout/core/milestone";
import type { Day } from "@readout/core/time";
import { wordsTyped } from "../../ui/date-field/typed-date.ts";
import type { ReadForm } from "../form/fault.ts";
import { editCommand, FormReader, newCommand, typedOr, wordsOf } from "../form/read-form.ts";
import type { Versioned } from "../form/use-edit-form.ts";

/** What an item is told by, as typed. Dates and numbers are texts; an empty text stands for nothing. */
export type FramingValues = {
  title: string;
  question: string;
  resolutionCriteria: string;
  statusSubject: string;
  ownerSide: OwnerSide | "";
  tags: string;
  opened: string;
  whyOpen: string;
  reviewEveryDays: string;
  parties: { actorId: string }[];
  links: { type: LinkType; itemId: string }[];
};

/** An item that is edited, and why. */
export type EditedItemValues = FramingValues & { reason: string };

/** A new item: its id, and the dates that it begins with. */
export type NewItemValues = FramingValues & {
  id: string;
  milestones: { date: string; kind: MilestoneKind; what: string }[];
};

const blankFraming: FramingValues = {
  title: "",
  question: "",
  resolutionCriteria: "",
  statusSubject: "",
  ownerSide: "",
  tags: "",
  opened: "",
  whyOpen: "",
  reviewEveryDays: "180",
  parties: [],
  links: [],
};

export const blankItem: NewItemValues = { id: "", ...blankFraming, milestones: [] };

/** The framing of an item as the form holds it. */
export const framingOf = (item: ItemDetail): Versioned<EditedItemValues> => ({
  version: item.version,
  values: {
    title: item.title,
    question: item.question,
    resolutionCriteria: item.resolutionCriteria,
    statusSubject: item.statusSubject,
    ownerSide: item.ownerSide ?? "",
    tags: item.tags.join(", "),
    opened: item.opened === null ? "" : wordsTyped(item.opened),
    whyOpen: item.whyOpen ?? "",
    reviewEveryDays: String(item.reviewEveryDays),
    parties: item.actors.map(({ id }) => ({ actorId: id })),
    links: item.links.filter(({ direction }) => direction === "to").map(({ type, itemId }) => ({ type, itemId })),
    reason: "",
  },
});

function framingFields(values: FramingValues, reader: FormReader): Record<keyof FramingValues, unknown> {
  return {
    title: values.title.trim(),
    question: values.question.trim(),
    resolutionCriteria: values.resolutionCriteria.trim(),
    statusSubject: typedOr(values.statusSubject, null),
    ownerSide: OwnerSide.safeParse(values.ownerSide).data ?? null,
    tags: wordsOf(values.tags),
    opened: reader.date("opened", values.opened, { use: "any" }) ?? null,
    whyOpen: typedOr(values.whyOpen, null),
    reviewEveryDays: reader.number("reviewEveryDays", values.reviewEveryDays),
    parties: values.parties.map(({ actorId }, i) => reader.chosen(`parties.${i}`, actorId, "an actor")),
    links: values.links.map(({ type, itemId }, i) => ({
      type,
      itemId: reader.chosen(`links.${i}.itemId`, itemId, "an item"),
    })),
  };
}

/** The form of a new item as the command to open it. */
export function readNewItem(values: NewItemValues, today: Day): ReadForm {
  const reader = new FormReader(today);
  const milestones = values.milestones.map(({ date, kind, what }, i) => ({
    date: reader.date(`milestones.${i}.date`, date, { use: "any", needed: true }),
    kind,
    what: what.trim(),
  }));
  return newCommand({ id: values.id.trim(), ...framingFields(values, reader), milestones }, reader);
}

/** The changed fields of an item's form as the command to edit it. */
export function readFraming(
  values: EditedItemValues,
  { id, version, changed, today }: { id: string; version: number | null; changed: readonly string[]; today: Day },
): ReadForm {
  const reader = new FormReader(today);
  const fields = framingFields(values, reader);
  // An item always has a subject of its status; emptied, it takes the one that nobody chose.
  return editCommand(
    { id, version },
    { ...fields, statusSubject: fields.statusSubject ?? "the matter" },
    changed,
    reader,
  );
}
