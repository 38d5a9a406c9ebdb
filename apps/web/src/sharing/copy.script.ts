// Puts a button beside each text that is there to be copied, and marks the whole of it when one goes into it.
// Both do without: the text stands there to be marked by hand.

for (const part of document.querySelectorAll<HTMLElement>("[data-copy]")) {
  const field = part.querySelector("textarea");
  if (field === null) continue;
  field.addEventListener("focus", () => field.select());
  // Only where a browser lets a page write what is copied: over https, or on this machine.
  if (navigator.clipboard === undefined) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "copy";
  button.setAttribute("aria-label", `Copy: ${part.querySelector("label")?.textContent}`);
  button.addEventListener("click", () => {
    void navigator.clipboard.writeText(field.value).then(
      () => {
        button.textContent = "copied";
      },
      () => field.focus(),
    );
  });
  field.before(button);
}

export {};
