import type { Me } from "@readout/core/account";
import { isAtLeast } from "@readout/core/role";
import { signInHref } from "../accounts/next-path.ts";

/** The way in, or who is in: the name leads to the desk. */
export function AccountCorner({ me, href }: { me: Me | null; href: string }) {
  if (me === null)
    return (
      <p className="corner">
        <SignIn href={href} />
      </p>
    );
  return (
    <div className="corner">
      <a href={isAtLeast(me.role, "analyst") ? "/desk" : "/desk/account"} title={`${me.name}, ${me.role}`}>
        <span className="vh">Signed in as </span>
        <bdi>{me.name}</bdi>
      </a>
      <SignOut className="as-link" />
    </div>
  );
}

export const SignIn = ({ href }: { href: string }) => <a href={signInHref(href)}>Sign in</a>;

/** A form, so that no other page can sign anybody out by a link, and none needs a script to do it. */
export function SignOut({ className = "button" }: { className?: string }) {
  return (
    <form method="post" action="/sign-out">
      <button type="submit" className={className}>
        Sign out
      </button>
    </form>
  );
}
