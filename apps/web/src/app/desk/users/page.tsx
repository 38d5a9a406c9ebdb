import type { UserSummary } from "@readout/core/account";
import { counted, joinWords } from "@readout/core/wording";
import type { Metadata } from "next";
import { AddUserForm, UserTable } from "../../../accounts/users.tsx";
import { deskPage, requireMe } from "../../../desk/desk-page.tsx";
import { api } from "../../../trpc/server.ts";
import { Section } from "../../../ui/section.tsx";

export const metadata: Metadata = { title: "Users" };

export default deskPage("admin", async () => {
  const [{ users }, me] = [await api.users.list({}), await requireMe()];
  return (
    <>
      <h1 className="lead">{sentence(users)}</h1>
      <Section id="users" title="Users">
        <UserTable users={users} me={me.id} />
      </Section>
      <Section id="add" title="Add a user">
        <AddUserForm />
      </Section>
    </>
  );
});

/** "5 people may sign in: two administrators and three editors; one is shut out." */
function sentence(users: readonly UserSummary[]): string {
  const inside = users.filter(({ shutOut }) => !shutOut);
  const out = users.length - inside.length;
  const roles = (["admin", "editor", "analyst", "reader"] as const).flatMap((role) => {
    const number = inside.filter((user) => user.role === role).length;
    return number === 0 ? [] : [counted(number, role)];
  });
  const shut = out === 0 ? "" : `; ${counted(out, "account is", "accounts are")} shut out`;
  return `${inside.length === 1 ? "One person" : `${inside.length} people`} may sign in: ${joinWords(roles)}${shut}.`;
}
