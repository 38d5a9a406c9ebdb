"use client";

import { Combobox } from "@base-ui/react/combobox";
import { formatShort } from "@readout/core/edtf-text";
import type { SourceSummary } from "@readout/core/source";
import styles from "./evidence.module.css";
import { isSought } from "./source-choices.ts";

/** As many as are listed under what was typed. */
const LISTED = 50;

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
  return (
    <div className="form-field">
      <label htmlFor={id}>Source</label>
      <Combobox.Root
        items={sources}
        value={chosen}
        onValueChange={(source: SourceSummary | null) => onChoose(source?.id ?? "")}
        onOpenChange={(open) => {
          if (open) onOpen();
        }}
        itemToStringLabel={({ title }: SourceSummary) => title}
        isItemEqualToValue={(a: SourceSummary, b: SourceSummary) => a.id === b.id}
        filter={(source: SourceSummary, typed: string) => isSought(source, typed)}
        limit={LISTED}
        autoHighlight
      >
        <Combobox.Input
          id={id}
          data-path={path}
          className="field"
          placeholder="title, publisher or day"
          // Whoever comes back to choose another types over the one that is chosen.
          onFocus={(event) => event.currentTarget.select()}
          onKeyDown={(event) => {
            // Where nothing is listed Enter would send the whole form.
            if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) event.preventDefault();
          }}
          aria-describedby={fault === undefined ? undefined : `${id}-fault`}
          aria-invalid={fault === undefined ? undefined : true}
        />
        <Combobox.Portal>
          <Combobox.Positioner className={styles.choicesPlace} sideOffset={4} align="start">
            <Combobox.Popup className={styles.choices}>
              <Combobox.Empty>
                <p className={styles.nothing}>{nothingWords[state]}</p>
              </Combobox.Empty>
              <Combobox.List>
                {(source: SourceSummary) => (
                  <Combobox.Item key={source.id} value={source} className={styles.choice}>
                    <bdi className={styles.choiceTitle}>{source.title}</bdi>
                    <span className="dim small">
                      <bdi>{source.publisher}</bdi>, <span className="nb">{formatShort(source.published)}</span>
                    </span>
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
      {fault !== undefined && (
        <p id={`${id}-fault`} className="fault">
          {fault}
        </p>
      )}
    </div>
  );
}
