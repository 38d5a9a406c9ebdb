"use client";

import { useEffect, useState } from "react";

/** Set in the browser's storage where a reader does without the single-key commands. */
export const KEYS_OFF = "readout.keys-off";

/** Says which keys turn the day, and switches them off; drawn only where a script runs. */
export function KeySwitch() {
  const [on, setOn] = useState<boolean | null>(null);
  useEffect(() => setOn(localStorage.getItem(KEYS_OFF) === null), []);
  if (on === null) return null;
  const turn = (to: boolean) => {
    if (to) localStorage.removeItem(KEYS_OFF);
    else localStorage.setItem(KEYS_OFF, "1");
    setOn(to);
  };
  return (
    <label className="keys">
      <input type="checkbox" checked={on} onChange={(event) => turn(event.target.checked)} /> Keys: <kbd>[</kbd>{" "}
      <kbd>]</kbd> day with news before and after, <kbd>Shift T</kbd> today
    </label>
  );
}
