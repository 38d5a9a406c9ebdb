// Lets a password be seen while it is typed, keeps the e-mail of an attempt that failed, and takes the focus to what went wrong,
// else to where one begins. The form does without.

/** Where this tab keeps the e-mail until the answer is there. */
const EMAIL_KEY = "readout:sign-in";

const failed = document.querySelector<HTMLElement>("[data-failed]");
const email = document.querySelector<HTMLInputElement>("input[name='email']");
try {
  if (failed !== null && email !== null) email.value ||= sessionStorage.getItem(EMAIL_KEY) ?? "";
  sessionStorage.removeItem(EMAIL_KEY);
  email?.form?.addEventListener("submit", () => sessionStorage.setItem(EMAIL_KEY, email.value));
} catch {
  // A browser that keeps nothing: the e-mail is typed once more.
}
(failed ?? email)?.focus();

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
