// Lets a password be seen while it is typed, and takes the focus to what went wrong, else to where one begins.
// The form does without both.

document.querySelector<HTMLElement>("[data-failed], input[name='email']")?.focus();

for (const field of document.querySelectorAll<HTMLInputElement>("[data-show] input")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "show";
  const set = (shown: boolean) => {
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

export {};
