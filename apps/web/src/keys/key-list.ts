import { keySwitch } from "./switch.ts";

/** Every key there is, as the list tells of it. The letters after `g` stand in `keys.script.ts`. */
const keys: readonly (readonly [keys: string, does: string])[] = [
  ["Ctrl K", "search or go to"],
  ["/", "the same"],
  ["g o", "overview"],
  ["g i", "items"],
  ["g t", "timeline"],
  ["g l", "calendar"],
  ["g c", "changes"],
  ["g s", "scenarios"],
  ["g q", "sources"],
  ["j", "next row of a list"],
  ["k", "row before"],
  ["Enter", "opens the row"],
  ["[", "day with news before"],
  ["]", "day with news after"],
  ["Shift T", "back to today"],
  ["?", "this list"],
];

let dialog: HTMLDialogElement | null = null;

/** Shows what the keys do, with the box that switches the single ones off. */
export function showKeyList(): void {
  dialog ??= makeDialog();
  if (!dialog.open) dialog.showModal();
}

function makeDialog(): HTMLDialogElement {
  const made = document.createElement("dialog");
  made.className = "dialog key-list";
  made.setAttribute("aria-labelledby", "key-list");
  made.innerHTML = `<form method="dialog" class="dialog-head"><h2 id="key-list" tabindex="-1" autofocus>Keys</h2><button class="as-link">Close</button></form><dl></dl>`;
  for (const [combination, does] of keys) {
    const row = document.createElement("div");
    const names = combination.split(" ").map((name) => `<kbd>${name}</kbd>`);
    row.innerHTML = `<dt>${names.join(" ")}</dt><dd>${does}</dd>`;
    made.querySelector("dl")?.append(row);
  }
  made.append(keySwitch("Single keys work outside fields. Ctrl K always does."));
  document.body.append(made);
  return made;
}
