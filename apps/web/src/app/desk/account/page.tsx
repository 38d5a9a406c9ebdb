import type { Metadata } from "next";
import { failureOf, PasswordForm } from "../../../accounts/password-form.tsx";
import { roleWords } from "../../../accounts/role-words.ts";
import { deskPage, requireMe } from "../../../desk/desk-page.tsx";
import { SignOut } from "../../../shell/account-corner.tsx";
import { Section } from "../../../ui/section.tsx";

export const metadata: Metadata = { title: "Account" };

type AccountPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default deskPage("reader", async ({ searchParams }: AccountPageProps) => {
  const [me, { failed, wait, changed }] = [await requireMe(), await searchParams];
  return (
    <>
      <h1 className="lead">
        You are signed in as <bdi>{me.name}</bdi>, {me.role}.
      </h1>
      <Section id="account" title="Account">
        <dl className="facts">
          <div>
            <dt>Name</dt>
            <dd>
              <bdi>{me.name}</bdi>
            </dd>
          </div>
          <div>
            <dt>E-mail</dt>
            <dd>
              <bdi>{me.email}</bdi>
            </dd>
          </div>
          <div>
            <dt>Role</dt>
            <dd>
              {me.role}: {roleWords[me.role]}
            </dd>
          </div>
        </dl>
        <div className="section-acts">
          <SignOut />
        </div>
      </Section>
      <Section id="password" title="Password" beside="changing it ends every other session">
        <PasswordForm
          email={me.email ?? ""}
          failed={failureOf(failed)}
          wait={wait}
          changed={changed !== undefined && failed === undefined}
        />
      </Section>
    </>
  );
});
