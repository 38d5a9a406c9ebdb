import type { Phase } from "@readout/core/reading";

/** Chooses open or closed items, or both, in a GET form. */
export function PhaseField({ phase }: { phase: Phase | null | undefined }) {
  return (
    <label>
      <span>Phase</span>
      <select className="field" name="phase" defaultValue={phase ?? ""}>
        <option value="">open and closed</option>
        <option value="open">open</option>
        <option value="closed">closed</option>
      </select>
    </label>
  );
}
