"use client";

import { formatShort } from "@readout/core/edtf-text";
import type { SourceSummary } from "@readout/core/source";
import type { Day } from "@readout/core/time";
import { useMemo, useState } from "react";
import { ComboboxField } from "../../ui/combobox.tsx";
import styles from "./evidence.module.css";
import { inOrderOfSearch, isSought, sourceSearch } from "./source-search.ts";

type SourcePickerProps = {
  id: string;
  /** Where the form finds this control for a fault. */
  path: string;
  sources: readonly SourceSummary[];
  state: "loading" | "loaded" | "failed";
  /** The chosen one; it may be known before the list is. */
  chosen: SourceSummary | null;
  onChoose: (sourceId: string) => void;
  onOpen: () => void;
  fault: string | undefined;
};

const nothingWords = {
  loading: "The sources are being fetched ...",
  loaded: "No source is called that.",
  failed: "The sources could not be fetched. They are asked for again when this opens.",
};

/** A source, found by typing words of its title, its publisher or its day; the last published come first. */
export function SourcePicker({ id, path, sources, state, chosen, onChoose, onOpen, fault }: SourcePickerProps) {
  const [typed, setTyped] = useState("");
  const [today] = useState(() => new Date().toISOString().slice(0, 10) as Day);
  const search = useMemo(() => sourceSearch(typed, today), [typed, today]);
  const ordered = useMemo(() => inOrderOfSearch(sources, search), [sources, search]);
  return (
    <ComboboxField
      {...{ id, path, chosen, onChoose, onOpen, fault }}
      label="Source"
      choices={ordered}
      nameOf={({ title }) => title}
      isSought={(source) => isSought(source, search)}
      drawn={({ title, publisher, published }) => (
        <span className={styles.choice}>
          <bdi className={styles.choiceTitle}>{title}</bdi>
          <span className="dim small">
            <bdi>{publisher}</bdi>, <span className="nb">{formatShort(published)}</span>
          </span>
        </span>
      )}
      nothing={nothingWords[state]}
      placeholder="title, publisher or day"
      onType={setTyped}
      selectsAll
    />
  );
}
