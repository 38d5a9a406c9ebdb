import type { Stance } from "@readout/core/evidence";

const signs: Record<Stance, [sign: string, words: string]> = {
  supports: ["+", "says so"],
  contradicts: ["−", "speaks against"],
  context: ["·", "context"],
};

/** What a passage does to an entry, as a sign with its words for whoever cannot see it. */
export function EvidenceSign({ stance }: { stance: Stance }) {
  const [sign, words] = signs[stance];
  return (
    <span className="sg" title={words}>
      <span aria-hidden="true">{sign}</span>
      <span className="vh">{words}:</span>
    </span>
  );
}
