import { Cadence } from "@readout/core/watch";
import { cadenceWords } from "./words.ts";

/** Chooses how often one is told. */
export function CadenceField({ cadence, label }: { cadence: Cadence; label: string }) {
  return (
    <label className="cadence">
      <span>{label}</span>
      <select className="field" name="cadence" defaultValue={cadence}>
        {Cadence.options.map((option) => (
          <option key={option} value={option}>
            {cadenceWords[option]}
          </option>
        ))}
      </select>
    </label>
  );
}
