"use client";

import { formatShort } from "@readout/core/edtf-text";
import type { SourceSummary } from "@readout/core/source";
import { counted, sentenceCase } from "@readout/core/wording";
import { useId, useState } from "react";
import { LongTextField, TextField } from "../../ui/form-field.tsx";
import { readParagraphs, writeParagraphs } from "../../ui/paragraph-ranges.ts";
import type { CitableSource } from "./cited-sources.ts";
import styles from "./evidence.module.css";
import { type EvidenceDraft, withParagraphs, withQuote, withSource } from "./evidence-draft.ts";
import { CredibilityField, StanceField } from "./judgement.tsx";
import { locateQuote, quoteOf, type Span, toWords } from "./passage.ts";
import { PassageReader } from "./passage-reader.tsx";
import { shownParagraphs } from "./shown-paragraphs.ts";
import { SourcePicker } from "./source-picker.tsx";

type EvidencePieceProps = {
  draft: EvidenceDraft;
  /** Its place among the pieces, from 0, by which faults name it. */
  place: number;
  itemId: string;
  mayAddSources: boolean;
  onChange: (draft: EvidenceDraft) => void;
  onRemove: () => void;
  /** The chosen source with what is known of it; null until it is there. */
  source: CitableSource | null;
  list: { sources: readonly SourceSummary[]; state: "loading" | "loaded" | "failed"; refresh: () => void };
  unconfirmed: string | null;
  faultAt: (field: string) => string | undefined;
};

/** One piece of evidence: where it stands, what it says in own words, and how far that carries. */
export function EvidencePiece(props: EvidencePieceProps) {
  const { draft, place, itemId, onChange, onRemove, source, list, unconfirmed, faultAt } = props;
  const id = useId();
  const path = (field: string) => `evidence.${place}.${field}`;
  const chosen = list.sources.find((listed) => listed.id === draft.sourceId) ?? source;
  return (
    <li className={styles.piece} aria-label={`Evidence ${place + 1}`}>
      <div className={styles.where}>
        <SourcePicker
          id={`${id}-source`}
          path={path("sourceId")}
          sources={list.sources}
          state={list.state}
          chosen={chosen}
          onChoose={(sourceId) => sourceId !== draft.sourceId && onChange(withSource(draft, sourceId))}
          onOpen={list.refresh}
          fault={faultAt("sourceId")}
        />
        <p className={styles.about}>
          {chosen === null ? (
            props.mayAddSources ? (
              <a href="/desk/sources/new" target="_blank" rel="noreferrer">
                Add a source
              </a>
            ) : (
              <span className="dim">An editor adds a source that is missing.</span>
            )
          ) : (
            <AboutSource source={chosen} isHeld={source?.text !== undefined} />
          )}
        </p>
        {source !== null && (
          <Passages
            key={source.id}
            id={id}
            path={path("paragraphs")}
            draft={draft}
            source={source}
            itemId={itemId}
            onChange={onChange}
            fault={faultAt("paragraphs") ?? faultAt("quote")}
          />
        )}
      </div>
      <div className={styles.judged}>
        <LongTextField
          id={`${id}-says`}
          label="What it says, in your own words"
          value={draft.says}
          data-path={path("says")}
          onChange={(event) => onChange({ ...draft, says: event.target.value })}
          fault={faultAt("says")}
        />
        <StanceField
          name={`${id}-stance`}
          path={path("stance")}
          value={draft.stance}
          onChange={(stance) => onChange({ ...draft, stance })}
        />
        <CredibilityField
          id={`${id}-credibility`}
          path={path("credibility")}
          value={draft.credibility}
          onChange={(credibility) => onChange({ ...draft, credibility })}
          reliability={chosen?.reliability ?? null}
          unconfirmed={draft.sourceId === "" ? null : unconfirmed}
          fault={faultAt("credibility")}
        />
        <p>
          <button type="button" className="button" onClick={onRemove}>
            Remove<span className="vh"> evidence {place + 1}</span>
          </button>
        </p>
      </div>
    </li>
  );
}

function AboutSource({ source, isHeld }: { source: SourceSummary; isHeld: boolean }) {
  const length = source.paragraphCount === null ? "not numbered" : counted(source.paragraphCount, "paragraph");
  return (
    <>
      <bdi>{source.publisher}</bdi>, <span className="nb">{formatShort(source.published)}</span> · {length}
      {isHeld && " · text held"} ·{" "}
      <a href={`/sources/${source.id}`} target="_blank" rel="noreferrer">
        its page
      </a>
    </>
  );
}

type PassagesProps = {
  id: string;
  path: string;
  draft: EvidenceDraft;
  source: CitableSource;
  itemId: string;
  onChange: (draft: EvidenceDraft) => void;
  fault: string | undefined;
};

/** What is cited of the source: paragraphs by number or by hand, and words where the text is held. */
function Passages({ id, path, draft, source, itemId, onChange, fault }: PassagesProps) {
  const isNumbered = source.paragraphCount !== null;
  const text = source.text ?? null;
  const rows = shownParagraphs(source, itemId, draft.paragraphs);
  const quoted = draft.quote && text ? locateQuote(text, draft.paragraphs, draft.quote) : null;
  const quotedNumbers = numbersOf(quoted, draft.paragraphs);

  const quote = (span: Span | null): boolean => {
    if (span === null || text === null) {
      onChange(withQuote(draft, null, []));
      return true;
    }
    const words = toWords(text, span);
    const made = words === null ? null : quoteOf(text, words);
    if (words === null || made === null) return false;
    onChange(withQuote(draft, made, isNumbered ? numbersOf(words, []) : []));
    return true;
  };
  if (!isNumbered && text === null)
    return <p className={styles.keys}>Its paragraphs are not numbered here: it is cited as a whole.</p>;
  return (
    <>
      {isNumbered && (
        <ParagraphNumbers
          id={`${id}-paragraphs`}
          path={path}
          value={draft.paragraphs}
          most={source.paragraphCount ?? 0}
          onChange={(numbers) => onChange(withParagraphs(draft, numbers, quotedNumbers))}
          fault={fault}
        />
      )}
      <PassageReader
        id={`${id}-reader`}
        label={`Paragraphs of ${source.title}`}
        paragraphs={rows}
        isNumbered={isNumbered}
        taken={draft.paragraphs}
        quoted={quoted}
        onTake={(numbers) => onChange(withParagraphs(draft, numbers, quotedNumbers))}
        onQuote={quote}
      />
    </>
  );
}

const numbersOf = (span: Span | null, otherwise: readonly number[]): number[] =>
  span === null
    ? [...otherwise]
    : Array.from({ length: span.until.number - span.from.number + 1 }, (_, i) => span.from.number + i);

type ParagraphNumbersProps = {
  id: string;
  path: string;
  value: readonly number[];
  most: number;
  onChange: (numbers: number[]) => void;
  fault: string | undefined;
};

/** The cited paragraphs as typed numbers: the shortest way for whoever has the text on paper. */
function ParagraphNumbers({ id, path, value, most, onChange, fault }: ParagraphNumbersProps) {
  const [typed, setTyped] = useState(writeParagraphs(value));
  const [isLeft, setIsLeft] = useState(false);
  const read = readParagraphs(typed);
  // Marking in the text changes the numbers; what is being typed stays as it is while it says the same.
  const isOvertaken = "numbers" in read && writeParagraphs(read.numbers) !== writeParagraphs(value);
  // Half a range is no mistake while it is being typed.
  const own = "refusal" in read && isLeft ? `${sentenceCase(read.refusal)}.` : undefined;
  return (
    <TextField
      id={id}
      label={`Paragraphs, of 1 to ${most}`}
      value={isOvertaken ? writeParagraphs(value) : typed}
      data-path={path}
      inputMode="numeric"
      autoComplete="off"
      placeholder="5, 7-8"
      onChange={(event) => {
        setIsLeft(false);
        setTyped(event.target.value);
        const now = readParagraphs(event.target.value);
        if ("numbers" in now) onChange(now.numbers);
      }}
      onBlur={() => setIsLeft(true)}
      fault={own ?? fault}
    />
  );
}
