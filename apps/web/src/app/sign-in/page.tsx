import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { isAtDesk, nextPath } from "../../accounts/next-path.ts";
import { requestMe } from "../../accounts/request-me.ts";
import { SignInForm } from "../../accounts/sign-in-form.tsx";
import { Brand } from "../../shell/masthead.tsx";
import { SkipLink } from "../../shell/skip-link.tsx";
import { signInProvider } from "../../trpc/server.ts";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

type SignInPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Whoever is signed in already goes on at once. */
export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next: asked, failed, wait, ended } = await searchParams;
  const next = nextPath(asked);
  if ((await requestMe()) !== null) redirect(next);
  return (
    <>
      <SkipLink />
      <header className="mast">
        <div className="wrap">
          <Brand />
        </div>
      </header>
      <main id="content" className="wrap" tabIndex={-1} data-still="">
        <div className="narrow">
          {ended !== undefined && isAtDesk(next) && (
            <p className="kept">
              <b>Your draft is safe.</b> You were signed out; what you typed is kept and stands there again when you are
              back.
            </p>
          )}
          <h1 className="page-title">Sign in</h1>
          <SignInForm next={next} failed={failed !== undefined} wait={wait} provider={signInProvider()} />
        </div>
      </main>
    </>
  );
}
