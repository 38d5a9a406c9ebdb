"use client";

import type { FieldFault } from "@readout/core/error";
import { shortPublisher } from "@readout/core/publisher";
import { useEffect, useRef, useState } from "react";
import { useCitedSources } from "./cited-sources.ts";
import styles from "./evidence.module.css";
import {
  confirmationRefusal,
  type EvidenceDraft,
  lacksParagraphs,
  newEvidenceDraft,
  originsOfDrafts,
} from "./evidence-draft.ts";
import { EvidencePiece } from "./evidence-piece.tsx";
import { useSourceList } from "./use-source-list.ts";

type EvidenceFieldProps = {
  /** Never empty while a status is recorded: the first, blank piece stands open. */
  value: readonly EvidenceDraft[];
  onChange: (drafts: EvidenceDraft[]) => void;
  /** Faults by path, as in `evidence.0.paragraphs`, or `evidence` for all of it; those of other fields are passed over. */
  errors: readonly FieldFault[];
  itemId: string;
  mayAddSources: boolean;
};

/** The evidence of an entry: sources picked, passages marked, what they say, how they stand and how far they are believed. */
export function EvidenceField({ value, onChange, errors, itemId, mayAddSources }: EvidenceFieldProps) {
  const list = useSourceList();
  const sources = useCitedSources(value.map(({ sourceId }) => sourceId));
  const [removed, setRemoved] = useState<{ draft: EvidenceDraft; place: number } | null>(null);
  const pieces = useRef<HTMLOListElement>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const [added, setAdded] = useState<string | null>(null);

  useEffect(() => {
    if (added !== null) pieces.current?.querySelector<HTMLElement>(":scope > li:last-of-type input")?.focus();
  }, [added]);
  useEffect(() => {
    if (removed !== null) undo.current?.focus();
  }, [removed]);

  const nameOf = (origin: string): string => {
    const source = sources.get(origin);
    return source === undefined ? origin : shortPublisher(source.publisher);
  };
  const origins = originsOfDrafts(value, sources).map(nameOf);
  const whole = errors.find(({ path }) => path === "evidence")?.message;
  const unconfirmed = confirmationRefusal(value, sources, nameOf);

  const add = () => {
    const key = unusedKey(value);
    onChange([...value, newEvidenceDraft(key)]);
    setRemoved(null);
    setAdded(key);
  };
  const remove = (draft: EvidenceDraft, place: number) => {
    const rest = value.filter(({ key }) => key !== draft.key);
    onChange(rest.length > 0 ? rest : [newEvidenceDraft(unusedKey(value))]);
    setRemoved({ draft, place });
  };
  const putBack = ({ draft, place }: { draft: EvidenceDraft; place: number }) => {
    const others = value.filter(({ sourceId, says }) => sourceId !== "" || says !== "");
    onChange(others.toSpliced(place, 0, draft));
    setRemoved(null);
  };

  return (
    <div className={styles.evidence}>
      <ol ref={pieces} className={styles.pieces}>
        {value.map((draft, place) => (
          <EvidencePiece
            key={draft.key}
            draft={draft}
            place={place}
            itemId={itemId}
            mayAddSources={mayAddSources}
            onChange={(changed) => onChange(value.map((other) => (other.key === draft.key ? changed : other)))}
            onRemove={() => remove(draft, place)}
            source={sources.get(draft.sourceId) ?? null}
            list={list}
            unconfirmed={unconfirmed}
            faultAt={(field) => faultUnder(errors, `evidence.${place}.${field}`)}
          />
        ))}
      </ol>
      {whole !== undefined && <p className={styles.whole}>{whole}</p>}
      <div className={styles.after}>
        <button type="button" className="button" onClick={add}>
          Add evidence
        </button>
        {removed !== null && (
          <span className={styles.removed}>
            <span role="status">Evidence {removed.place + 1} is removed.</span>
            <button ref={undo} type="button" className="button" onClick={() => putBack(removed)}>
              Put it back
            </button>
          </span>
        )}
        <span className={styles.origins}>
          {lacksParagraphs(value, sources) ? (
            "Origins are counted by the paragraphs."
          ) : origins.length === 1 ? (
            <>
              <b>Single origin</b>: <bdi>{origins[0]}</bdi>
            </>
          ) : (
            origins.length > 1 && `${origins.length} origins: ${origins.join(", ")}`
          )}
        </span>
      </div>
    </div>
  );
}

/** The fault of a field, or of a part of it. */
const faultUnder = (errors: readonly FieldFault[], path: string): string | undefined =>
  errors.find((fault) => fault.path === path || fault.path.startsWith(`${path}.`))?.message;

function unusedKey(drafts: readonly EvidenceDraft[]): string {
  const numbers = drafts.map(({ key }) => Number(key)).filter(Number.isFinite);
  return `${Math.max(0, ...numbers) + 1}`;
}
