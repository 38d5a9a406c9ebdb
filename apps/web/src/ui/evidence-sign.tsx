import type { Stance } from "@readout/core/evidence";
import { stanceSigns } from "@readout/core/evidence-words";

/** What a passage does to an entry, as a sign with its words for whoever cannot see it. */
export function EvidenceSign({ stance }: { stance: Stance }) {
  const [sign, words] = stanceSigns[stance];
  return (
    <span className="sg" title={words}>
      <span aria-hidden="true">{sign}</span>
      <span className="vh">{words}:</span>
    </span>
  );
}
