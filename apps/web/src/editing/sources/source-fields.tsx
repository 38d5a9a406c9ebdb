"use client";

import { Reliability, reliabilityWords } from "@readout/core/evidence";
import { LineageAttribution, LineageBasis, LineageManner } from "@readout/core/origin";
import { SourceKind } from "@readout/core/source";
import type { Day } from "@readout/core/time";
import { basisWords, creditWords, mannerWords } from "../../charts/lineage/series.ts";
import { kindWords } from "../../sources/words.ts";
import { type Choice, ChoiceField } from "../form/choice-field.tsx";
import { LongTextField, type Option, SelectField, TextField, toChoose, WrittenDateField } from "../form/field.tsx";
import { Rows } from "../form/rows.tsx";
import { lineageRowWords } from "./lineage-row-words.ts";
import { blankLineage, type LineageValues } from "./source-values.ts";

const kinds: Option[] = [
  { value: "", words: "not said" },
  ...SourceKind.options.map((value) => ({ value, words: kindWords[value] })),
];
const reliabilities: Option[] = Reliability.options.map((value) => ({
  value,
  words: `${value}, ${reliabilityWords[value]}`,
}));
const manners = toChoose(LineageManner.options.map((value) => ({ value, words: mannerWords[value] })));
const attributions = toChoose(LineageAttribution.options.map((value) => ({ value, words: creditWords[value] })));
const bases = toChoose(LineageBasis.options.map((value) => ({ value, words: basisWords[value] })));

/** Publisher, day, kind, rating and where it comes from. */
export function SourceFields({ sources, today }: { sources: readonly Choice[]; today: Day }) {
  return (
    <>
      <div className="edit-pair">
        <TextField name="publisher" label="Publisher" />
        <TextField name="author" label="Author" />
      </div>
      <div className="edit-pair">
        <WrittenDateField name="published" label="Published" today={today} use="reported" />
        <TextField name="language" label="Language" spellCheck={false} hint="As a tag: en, ru, de." />
      </div>
      <div className="edit-pair">
        <SelectField name="kind" label="Kind" options={kinds} />
        <TextField
          name="url"
          label="Address on the web"
          inputMode="url"
          spellCheck={false}
          hint="Nothing is fetched from it."
        />
      </div>
      <SelectField name="reliability" label="How far its publisher is to be relied on" options={reliabilities} />
      <LongTextField name="reliabilityReason" label="Why this rating" rows={2} hint="It stands beside the rating." />
      <Rows
        name="lineage"
        tall
        title="Where it comes from"
        noun="passage"
        hint="What repeats another source counts for that source. Paragraphs as in 5-7, 9; none for all of it."
        blank={blankLineage}
      >
        {(at) => (
          <>
            <div className="two">
              <TextField name={`${at}.paragraphs`} label="Paragraphs" />
              <ChoiceField
                name={`${at}.derivedFrom`}
                label="Repeat what source"
                choices={sources}
                nothing="No source is called that. Add it first."
              />
            </div>
            <div className="three">
              <SelectField name={`${at}.manner`} label="In what manner" options={manners} />
              <SelectField name={`${at}.attributed`} label="With credit" options={attributions} />
              <SelectField name={`${at}.basis`} label="How we know" options={bases} />
            </div>
            <TextField name={`${at}.note`} label="Note" />
          </>
        )}
      </Rows>
    </>
  );
}

/** How the fields are called where two versions are compared. */
export const sourceLabels = {
  title: "Title",
  publisher: "Publisher",
  author: "Author",
  language: "Language",
  published: "Published",
  kind: "Kind",
  reliability: "Rating",
  reliabilityReason: "Why this rating",
  url: "Address on the web",
  lineage: "Where it comes from",
};

/** A value of the form as people read it. */
export function showSource(field: string, value: unknown, sources: readonly Choice[]): string {
  if (field === "lineage") return (value as LineageValues[]).map((row) => lineageRowWords(row, sources)).join("\n");
  if (field === "kind") return value === "" ? "" : kindWords[value as SourceKind];
  if (field === "reliability") return `${value}, ${reliabilityWords[value as Reliability]}`;
  return String(value);
}
