import { TextField } from "../ui/form-field.tsx";
import { PageScript } from "../ui/page-script.tsx";
import { waitWords } from "./password-form.tsx";
import "./accounts.css";

type SignInFormProps = {
  /** Where it leads to afterwards: a path of this site. */
  next: string;
  failed: boolean;
  /** Seconds until another attempt is looked at, as the address says it. */
  wait: unknown;
  /** What the outside provider is called; null where none is set up. */
  provider: string | null;
};

/** A plain form: it works without a script, and password managers know it. */
export function SignInForm({ next, failed, wait, provider }: SignInFormProps) {
  return (
    <>
      <form method="post" action="/sign-in" className="stack">
        {failed && (
          // One message whatever it was, so that nobody learns which addresses have an account.
          <div className="failed" role="alert" tabIndex={-1} data-failed="">
            <p>That did not sign you in.</p>
            <p>Check the e-mail and the password. {wait !== undefined && waitWords(wait)}</p>
          </div>
        )}
        <TextField label="E-mail" type="email" name="email" autoComplete="username" required maxLength={254} />
        <div className="with-show" data-show="">
          <TextField
            label="Password"
            type="password"
            name="password"
            autoComplete="current-password"
            required
            maxLength={128}
          />
        </div>
        <input type="hidden" name="next" value={next} />
        <button type="submit" className="button solid">
          Sign in
        </button>
      </form>
      {provider !== null && (
        <>
          <p className="or">or</p>
          {/* A link: a form of ours may not lead to another site, not even by way of a redirect. */}
          <a className="button" href={`/sign-in/provider?${new URLSearchParams({ next })}`}>
            Sign in with {provider}
          </a>
        </>
      )}
      <PageScript name="sign-in" />
    </>
  );
}
