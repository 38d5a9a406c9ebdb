const KEYS_OFF = "readout.keys-off";

/** Single keys can be in the way of who speaks to the browser, so they can be switched off; Ctrl K stays. */
export const areKeysOff = (): boolean => localStorage.getItem(KEYS_OFF) !== null;

/** A box that switches them, with what it says beside it. */
export function keySwitch(words: string): HTMLLabelElement {
  const label = document.createElement("label");
  label.className = "keys";
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = !areKeysOff();
  box.addEventListener("change", () => {
    if (box.checked) localStorage.removeItem(KEYS_OFF);
    else localStorage.setItem(KEYS_OFF, "1");
    // There may be two of them on a page.
    for (const other of document.querySelectorAll<HTMLInputElement>("label.keys > input")) other.checked = box.checked;
  });
  label.append(box, ` ${words}`);
  return label;
}
