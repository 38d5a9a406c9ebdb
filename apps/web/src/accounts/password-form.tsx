import { passwordLength } from "@readout/core/account";
import { Outcome } from "../ui/outcome.tsx";
import { PasswordField } from "./password-field.tsx";
import "./accounts.css";

/** Why a password was not changed, as the address of the page says it. */
type Failure = "current" | "new" | "wait";

export const failureOf = (failed: unknown): Failure | null =>
  failed === "current" || failed === "new" || failed === "wait" ? failed : null;

/** "Wait 12 minutes, then try again."; without a number where none was told. */
export function waitWords(wait: unknown): string {
  const seconds = Number(wait);
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 86_400) return "Wait some minutes, then try again.";
  const minutes = Math.ceil(seconds / 60);
  return `Wait ${minutes === 1 ? "a minute" : `${minutes} minutes`}, then try again.`;
}

const reasons: Record<Exclude<Failure, "wait">, string> = {
  current: "The current password is another one.",
  new: `A new password has ${passwordLength.min} to ${passwordLength.max} characters and is not the old one.`,
};

type PasswordFormProps = { email: string; failed: Failure | null; wait: unknown; changed: boolean };

/** A plain form, for password managers; every other session ends with the change. */
export function PasswordForm({ email, failed, wait, changed }: PasswordFormProps) {
  return (
    <form method="post" action="/desk/account/password" className="stack one-column">
      {changed && <Outcome failed={false}>The password is changed. Every other session of yours has ended.</Outcome>}
      {failed !== null && (
        <Outcome failed>
          <p>The password was not changed.</p>
          <p>{failed === "wait" ? waitWords(wait) : reasons[failed]}</p>
        </Outcome>
      )}
      {/* Tells a password manager whose password this is. */}
      <input
        className="vh"
        name="username"
        autoComplete="username"
        value={email}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <PasswordField
        label="Current password"
        name="current"
        autoComplete="current-password"
        required
        maxLength={passwordLength.max}
        fault={failed === "current" ? reasons.current : null}
      />
      <PasswordField
        label="New password"
        name="new"
        autoComplete="new-password"
        required
        minLength={passwordLength.min}
        maxLength={passwordLength.max}
        hint={`${passwordLength.min} characters or more; several words are easy to keep in mind.`}
        fault={failed === "new" ? reasons.new : null}
      />
      <button type="submit" className="button solid">
        Change the password
      </button>
    </form>
  );
}
