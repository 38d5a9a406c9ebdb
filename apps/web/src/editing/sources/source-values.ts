import type { Reliability } from "@readout/core/evidence";
import type { LineageAttribution, LineageBasis, LineageManner } from "@readout/core/origin";
import { type SourceDetail, SourceKind } from "@readout/core/source";
import type { Day } from "@readout/core/time";
import type { z } from "zod";
import { writeParagraphs } from "../../ui/paragraph-ranges.ts";
import type { ReadForm } from "../form/fault.ts";
import { editCommand, FormReader, newCommand, typedOr } from "../form/read-form.ts";
import type { Versioned } from "../form/use-edit-form.ts";

/**
 * "Paragraphs 5-7 repeat that source": one row of a lineage as typed; no paragraphs stand for all of it, "" for what nobody has
 * chosen yet.
 */
export type LineageValues = {
  paragraphs: string;
  derivedFrom: string;
  manner: z.infer<typeof LineageManner> | "";
  attributed: z.infer<typeof LineageAttribution> | "";
  basis: z.infer<typeof LineageBasis> | "";
  note: string;
};

/** What is told of a source, as typed. */
export type SourceValues = {
  title: string;
  publisher: string;
  author: string;
  language: string;
  published: string;
  kind: SourceKind | "";
  reliability: Reliability;
  reliabilityReason: string;
  url: string;
  lineage: LineageValues[];
};

/** A new source: its id, how many paragraphs it has, and by which name it counts as the one who said it first. */
export type NewSourceValues = SourceValues & { id: string; paragraphCount: string; origin: string };

/** A row begins with nothing chosen: that a publisher copied without credit is never said by default. */
export const blankLineage: LineageValues = {
  paragraphs: "",
  derivedFrom: "",
  manner: "",
  attributed: "",
  basis: "",
  note: "",
};

export const blankSource: NewSourceValues = {
  id: "",
  title: "",
  publisher: "",
  author: "",
  language: "en",
  published: "",
  kind: "",
  reliability: "F",
  reliabilityReason: "",
  url: "",
  paragraphCount: "",
  origin: "",
  lineage: [],
};

/** A source as the form holds it. */
export const sourceValuesOf = (source: SourceDetail): Versioned<SourceValues> => ({
  version: source.version,
  values: {
    title: source.title,
    publisher: source.publisher,
    author: source.author ?? "",
    language: source.language,
    published: source.published,
    kind: source.kind ?? "",
    reliability: source.reliability,
    reliabilityReason: source.reliabilityReason ?? "",
    url: source.url ?? "",
    lineage: source.lineage.map(({ paragraphs, derivedFrom, manner, attributed, basis, note }) => ({
      paragraphs: writeParagraphs(paragraphs),
      derivedFrom,
      manner,
      attributed,
      basis,
      note: note ?? "",
    })),
  },
});

function sourceFields(values: SourceValues, reader: FormReader): Record<keyof SourceValues, unknown> {
  return {
    title: values.title.trim(),
    publisher: values.publisher.trim(),
    author: typedOr(values.author, null),
    language: values.language.trim(),
    published: reader.date("published", values.published, { use: "reported", needed: true }),
    kind: SourceKind.safeParse(values.kind).data ?? null,
    reliability: values.reliability,
    reliabilityReason: typedOr(values.reliabilityReason, null),
    url: typedOr(values.url, null),
    lineage: values.lineage.map((row, i) => ({
      paragraphs: reader.paragraphs(`lineage.${i}.paragraphs`, row.paragraphs),
      derivedFrom: reader.chosen(`lineage.${i}.derivedFrom`, row.derivedFrom, "a source"),
      manner: reader.chosen(`lineage.${i}.manner`, row.manner, "a manner"),
      attributed: reader.chosen(`lineage.${i}.attributed`, row.attributed, "whether it gives credit"),
      basis: reader.chosen(`lineage.${i}.basis`, row.basis, "how we know"),
      note: typedOr(row.note, null),
    })),
  };
}

/** The form of a new source as the command to add it. */
export function readNewSource(values: NewSourceValues, today: Day): ReadForm {
  const reader = new FormReader(today);
  const fields = sourceFields(values, reader);
  const count = values.paragraphCount.trim();
  return newCommand(
    {
      id: values.id.trim(),
      ...fields,
      paragraphCount: count === "" ? undefined : reader.number("paragraphCount", count),
      origin: typedOr(values.origin, undefined),
    },
    reader,
  );
}

/** The changed fields of a source's form as the command to edit it. */
export function readSource(
  values: SourceValues,
  { id, version, changed, today }: { id: string; version: number | null; changed: readonly string[]; today: Day },
): ReadForm {
  const reader = new FormReader(today);
  return editCommand({ id, version }, sourceFields(values, reader), changed, reader);
}
