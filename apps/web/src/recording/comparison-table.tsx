"use client";

import { shortPublisher } from "@readout/core/publisher";
import type { SourceSummary } from "@readout/core/source";
import type { Status } from "@readout/core/status";
import { formatParagraphs } from "@readout/core/wording";
import { EvidenceSign } from "../ui/evidence-sign.tsx";
import { Glyph } from "../ui/glyph.tsx";
import { Rating } from "../ui/rating.tsx";
import styles from "./comparison.module.css";
import {
  type Compared,
  type ComparedField,
  type ComparedPiece,
  comparedFields,
  evidenceDiffers,
  valueWords,
} from "./comparison.ts";

export type ComparedVersion = { name: string; says: Compared | null };

type ComparisonTableProps = {
  caption: string;
  versions: readonly ComparedVersion[];
  sources: ReadonlyMap<string, Pick<SourceSummary, "publisher" | "reliability">>;
};

/** Versions of an entry side by side: fields that differ come first and carry an ink bar, the evidence stands under each. */
export function ComparisonTable({ caption, versions, sources }: ComparisonTableProps) {
  const said = versions.map(({ says }) => says).filter((says) => says !== null);
  const fields = comparedFields(said);
  const differs = evidenceDiffers(said);
  const evidence = (
    <tr data-differs={differs || undefined}>
      <th scope="row">
        evidence
        {differs && <span className="vh"> (differs)</span>}
      </th>
      {versions.map(({ name, says }) => (
        <td key={name} data-version={name}>
          <Pieces pieces={says?.evidence ?? []} sources={sources} />
        </td>
      ))}
    </tr>
  );
  const row = (field: ComparedField) => (
    <tr key={field.name} data-differs={field.differs || undefined}>
      <th scope="row">
        {field.label}
        {field.differs && <span className="vh"> (differs)</span>}
      </th>
      {versions.map(({ name, says }) => (
        <td key={name} data-version={name}>
          <Value name={field.name} value={says?.[field.name] ?? null} />
        </td>
      ))}
    </tr>
  );
  return (
    <table className={styles.comparison}>
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Field</th>
          {versions.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {fields.filter((field) => field.differs).map(row)}
        {differs && evidence}
        {fields.filter((field) => !field.differs).map(row)}
        {!differs && evidence}
      </tbody>
    </table>
  );
}

const spoken = new Set<ComparedField["name"]>(["summary", "note", "reason", "noEvidence"]);

function Value({ name, value }: { name: ComparedField["name"]; value: string | null }) {
  if (value === null)
    return (
      <span className="dimmer">
        <span aria-hidden="true">–</span>
        <span className="vh">nothing</span>
      </span>
    );
  if (name === "status")
    return (
      <span className="st">
        <Glyph status={value as Status} />
        {valueWords(name, value)}
      </span>
    );
  return <span className={spoken.has(name) ? "serif" : undefined}>{valueWords(name, value)}</span>;
}

type PiecesProps = { pieces: readonly ComparedPiece[]; sources: ComparisonTableProps["sources"] };

function Pieces({ pieces, sources }: PiecesProps) {
  if (pieces.length === 0) return <Value name="summary" value={null} />;
  return (
    <ul>
      {pieces.map((piece) => {
        const source = sources.get(piece.sourceId);
        return (
          <li key={`${piece.sourceId} ${piece.paragraphs.join()} ${piece.says}`}>
            <EvidenceSign stance={piece.stance} /> <span className="serif">{piece.says}</span>{" "}
            {piece.quote !== undefined && <q className="serif">{piece.quote.exact}</q>}{" "}
            <span className="dim nb">
              {shortPublisher(source?.publisher ?? piece.sourceId)} {formatParagraphs(piece.paragraphs)}
            </span>{" "}
            {source !== undefined && <Rating reliability={source.reliability} credibility={piece.credibility} />}
          </li>
        );
      })}
    </ul>
  );
}
