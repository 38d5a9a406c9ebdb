// @ts-check
// Lets a password be seen while it is typed, and takes the focus to what went wrong, else to where one begins.
// The form does without both.

const first = /** @type {HTMLElement | null} */ (document.querySelector("[data-failed], input[name='email']"));
first?.focus();

for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("[data-show] input"))) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "show";
  /** @param {boolean} shown */
  const set = (shown) => {
    field.type = shown ? "text" : "password";
    button.textContent = shown ? "hide" : "show";
    button.setAttribute("aria-label", shown ? "Hide the password" : "Show the password");
  };
  set(false);
  button.addEventListener("click", () => set(field.type === "password"));
  // Password managers look for a password field when the form is sent.
  field.form?.addEventListener("submit", () => set(false));
  field.closest("[data-show]")?.append(button);
}
