"use client";

import { DisagreementType, Verdict } from "@readout/core/disagreement";
import { disagreementWords, verdictWords } from "@readout/core/disagreement-words";
import { type Choice, ChoiceField } from "../form/choice-field.tsx";
import { LongTextField, type Option, SelectField, TextField, toChoose } from "../form/field.tsx";
import { Rows } from "../form/rows.tsx";
import { blankCitation, blankSide, type DisagreementValues, type SideValues } from "./disagreement-values.ts";

export type DisagreementChoices = { items: readonly Choice[]; sources: readonly Choice[] };

const types = toChoose(DisagreementType.options.map((value) => ({ value, words: disagreementWords[value] })));
const verdicts: Option[] = [
  { value: "", words: "No verdict yet." },
  ...Verdict.options.map((value) => ({ value, words: verdictWords[value] })),
];

/** What it is about, what each side claims and where, and how we judge it. */
export function DisagreementFields({ choices }: { choices: DisagreementChoices }) {
  return (
    <>
      <SelectField name="type" label="Sources disagree" options={types} />
      <Rows name="itemIds" title="Items it concerns" noun="item" blank={{ itemId: "" }}>
        {(at) => (
          <ChoiceField
            name={`${at}.itemId`}
            faultsAt={at}
            label="Item"
            choices={choices.items}
            nothing="No item is called that."
          />
        )}
      </Rows>
      <Rows
        name="sides"
        tall
        title="Sides"
        noun="side"
        hint="Two or more, each with the passages that make its claim."
        blank={blankSide}
      >
        {(at) => (
          <>
            <div className="spoken">
              <LongTextField name={`${at}.claim`} label="What it claims" rows={2} />
            </div>
            <Rows tall name={`${at}.citations`} title="Passages" noun="passage" blank={blankCitation}>
              {(passage) => (
                <>
                  <div className="two flipped">
                    <ChoiceField
                      name={`${passage}.sourceId`}
                      label="Source"
                      choices={choices.sources}
                      nothing="No source is called that. Add it first."
                    />
                    <TextField name={`${passage}.paragraphs`} label="Paragraphs" />
                  </div>
                  <TextField name={`${passage}.says`} label="Says, in our words" />
                </>
              )}
            </Rows>
          </>
        )}
      </Rows>
      <SelectField name="verdict" label="Verdict" options={verdicts} />
      <LongTextField
        name="assessment"
        label="Assessment"
        hint="Why this verdict; it becomes known once everything it weighs was published."
      />
    </>
  );
}

/** How the fields are called where two versions are compared. */
export const disagreementLabels = {
  itemIds: "Items",
  type: "Sources disagree",
  summary: "In one line",
  sides: "Sides",
  verdict: "Verdict",
  assessment: "Assessment",
};

/** A value of the form as people read it. */
export function showDisagreement(field: string, value: unknown, { items, sources }: DisagreementChoices): string {
  const nameIn = (list: readonly Choice[], id: string) => list.find((choice) => choice.id === id)?.name ?? id;
  if (field === "itemIds")
    return (value as DisagreementValues["itemIds"]).map(({ itemId }) => nameIn(items, itemId)).join("\n");
  if (field === "sides") return (value as SideValues[]).map((side) => sideWords(side, nameIn, sources)).join("\n");
  if (field === "type") return value === "" ? "" : disagreementWords[value as Exclude<DisagreementValues["type"], "">];
  if (field === "verdict") return value === "" ? "" : verdictWords[value as Verdict];
  return String(value);
}

function sideWords(
  { claim, citations }: SideValues,
  nameIn: (list: readonly Choice[], id: string) => string,
  sources: readonly Choice[],
): string {
  const passages = citations.map(({ sourceId, paragraphs, says }) =>
    [nameIn(sources, sourceId), paragraphs === "" ? "" : ` ¶${paragraphs}`, says === "" ? "" : `: ${says}`].join(""),
  );
  return `${claim} (${passages.join("; ")})`;
}
