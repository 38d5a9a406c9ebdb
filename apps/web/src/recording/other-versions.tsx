"use client";

import type { Instant } from "@readout/core/time";
import { timeOf } from "../drafts/draft-line.tsx";
import type { Version } from "../drafts/reconcile.ts";
import styles from "./comparison.module.css";
import type { Compared } from "./comparison.ts";
import { ComparisonTable } from "./comparison-table.tsx";
import { useCitedSources } from "./evidence/cited-sources.ts";

type OtherVersionsProps<Content> = {
  others: readonly Version<Content>[];
  here: Compared;
  compare: (content: Content) => Compared;
  onChoose: (version: Version<Content>) => void;
  onDecide: () => void;
};

/** This draft was also written elsewhere: both versions side by side, until one is decided on. */
export function OtherVersions<Content>({ others, here, compare, onChoose, onDecide }: OtherVersionsProps<Content>) {
  const compared = others.map((version, i) => ({
    version,
    says: compare(version.content),
    name: `${whereOf(version)}${i > 0 ? ` (${i + 1})` : ""}`,
  }));
  const sources = useCitedSources([here, ...compared.map(({ says }) => says)].flatMap(citedBy));
  if (compared.length === 0) return null;
  return (
    <section className={styles.overtaken} aria-labelledby="versions">
      <h2 id="versions">You wrote this draft in two places, and they differ. Both are kept.</h2>
      <ComparisonTable
        caption="What stands below, and the other version"
        versions={[{ name: "Below", says: here }, ...compared.map(({ name, says }) => ({ name, says }))]}
        sources={sources}
      />
      <div className={styles.waysOn}>
        <button type="button" className="button" onClick={onDecide}>
          Keep what stands below
        </button>
        {compared.map(({ version, name }) => (
          <button key={name} type="button" className="button" onClick={() => onChoose(version)}>
            Go on with the one {name}
          </button>
        ))}
      </div>
    </section>
  );
}

const citedBy = ({ evidence }: Compared): string[] => evidence.map(({ sourceId }) => sourceId);

/** Where and when a version was kept. */
const whereOf = (version: Version<unknown>): string =>
  version.keptIn === "server"
    ? `from the server, ${timeOf(version.savedAt)}`
    : `from another page of this browser, ${timeOf(new Date(version.editedAt).toISOString() as Instant)}`;
