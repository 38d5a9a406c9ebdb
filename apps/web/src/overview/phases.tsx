import type { ItemCounts } from "@readout/core/overview";
import { count } from "@readout/core/wording";
import type { ReactNode } from "react";
import { Glyph } from "../ui/glyph.tsx";
import { Link } from "../ui/link.tsx";

/** The five heights in words, in the order in which pages name them. */
export const families = [
  { key: "talk", words: "in talk", statuses: "raised,proposed" },
  { key: "commitment", words: "committed", statuses: "ordered,agreed-in-principle,scheduled" },
  { key: "motion", words: "in motion", statuses: "under-way,in-force" },
  { key: "trouble", words: "in trouble", statuses: "stalled,suspended" },
  { key: "end", words: "ended", statuses: "concluded,lapsed,withdrawn" },
] as const;

/** How many items stand at each of the five heights; what has no status stands apart. */
export function Phases({ counts }: { counts: ItemCounts }) {
  return (
    <nav className="phases" aria-label="Items by status">
      {families
        .filter(({ key }) => counts.families[key] > 0)
        .map(({ key, words, statuses }) => (
          <Link key={key} href={`/items?status=${statuses}`}>
            <Level family={key} />
            <span>
              <b>{count(counts.families[key])}</b> {words}
            </span>
          </Link>
        ))}
      {counts.possiblyBegun > 0 && <Rest n={counts.possiblyBegun}>possibly begun</Rest>}
      {counts.notYetRaised > 0 && <Rest n={counts.notYetRaised}>not yet raised</Rest>}
    </nav>
  );
}

function Rest({ n, children }: { n: number; children: ReactNode }) {
  return (
    <span className="rest">
      <Glyph status={null} />
      <span>
        <b>{count(n)}</b> {children}
      </span>
    </span>
  );
}

/** The height of a family on its line. */
function Level({ family }: { family: (typeof families)[number]["key"] }) {
  if (family === "end")
    return (
      <svg className="lev end" viewBox="0 0 22 18" aria-hidden="true">
        <path d="M4 9.5h18" stroke="var(--f)" strokeWidth="2" />
        <rect x="3" y="6" width="7" height="7" fill="var(--f)" />
      </svg>
    );
  const [base, top, height] = { talk: [14, 9, 5], commitment: [14, 5, 9], motion: [14, 1, 13], trouble: [8, 8, 7] }[
    family
  ] as [number, number, number];
  return (
    <svg className={`lev ${family}`} viewBox="0 0 22 18" aria-hidden="true">
      <path d={`M0 ${base}h22`} stroke="var(--edge)" />
      <rect x="4" y={top} width="14" height={height} fill="var(--f)" />
    </svg>
  );
}
