"use client";

import type { AddedUser, UserSummary } from "@readout/core/account";
import { Role } from "@readout/core/role";
import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { browserClient, faultAt, useAction } from "../trpc/browser.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { SelectField, TextField } from "../ui/form-field.tsx";
import { formatInstant } from "../ui/format.ts";
import { useAlive } from "../ui/use-alive.ts";
import { roleOptions } from "./role-words.ts";
import { ShownOnce } from "./shown-once.tsx";
import { UserDialog } from "./user-dialog.tsx";
import "../ui/table.css";

/** Everybody who may sign in, with what can be changed about them. `me` is who looks. */
export function UserTable({ users, me }: { users: readonly UserSummary[]; me: string }) {
  const [open, setOpen] = useState<string | null>(null);
  const chosen = users.find(({ id }) => id === open);
  return (
    <>
      <table className="desk-table">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">E-mail</th>
            <th scope="col">Role</th>
            <th scope="col">Signs in by</th>
            <th scope="col">Last seen, UTC</th>
            <th scope="col">
              <span className="vh">Change</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <tr key={user.id}>
              <th scope="row">
                <bdi>{user.name}</bdi>
                {user.id === me && <span className="dim"> (you)</span>}
              </th>
              <td>
                <bdi>{user.email}</bdi>
              </td>
              <td>{user.shutOut ? <b>shut out</b> : user.role}</td>
              <td className="dim">
                <span className="lab">signs in by </span>
                {user.signsInBy.length === 0 ? "nothing" : user.signsInBy.join(", ")}
              </td>
              <td className="dim nb">
                <span className="lab">last seen </span>
                {user.lastSeenAt === null ? "never" : formatInstant(user.lastSeenAt)}
              </td>
              <td className="end">
                <button type="button" className="as-link" onClick={() => setOpen(user.id)}>
                  Change<span className="vh"> {user.name}</span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {chosen !== undefined && (
        <UserDialog key={chosen.id} user={chosen} isMe={chosen.id === me} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

const labels = { email: "E-mail", name: "Name", role: "Role" };

/** Gives somebody an account; the password we made for it is shown once. */
export function AddUserForm() {
  const router = useRouter();
  const alive = useAlive();
  const form = useRef<HTMLFormElement>(null);
  const [added, setAdded] = useState<readonly AddedUser[]>([]);
  const add = useAction((email: string, name: string, role: Role) => browserClient().users.add({ email, name, role }));

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const role = Role.parse(values.get("role"));
    const result = await add.run(String(values.get("email")).trim(), String(values.get("name")).trim(), role);
    if (result === null) return;
    setAdded((others) => [...others, result]);
    form.current?.reset();
    router.refresh();
  };
  return (
    <>
      {added.map(({ user, password }) => (
        <ShownOnce
          key={user.id}
          label="Password"
          secret={password}
          onDone={() => setAdded((others) => others.filter((other) => other.user.id !== user.id))}
        >
          <bdi>{user.name}</bdi> may now sign in as <bdi>{user.email}</bdi>, with this password.
        </ShownOnce>
      ))}
      <form ref={form} className="stack one-column" onSubmit={(event) => void submit(event)} noValidate>
        <ErrorNote error={add.error} labels={labels} />
        <TextField
          label="E-mail"
          name="email"
          type="email"
          autoComplete="off"
          required
          fault={faultAt(add.error, "email")}
        />
        <TextField
          label="Name"
          name="name"
          autoComplete="off"
          hint="Shown to signed-in people beside what they record."
          required
          fault={faultAt(add.error, "name")}
        />
        <SelectField label="Role" name="role" options={roleOptions} defaultValue="editor" />
        <button type="submit" className="button solid" disabled={!alive || add.pending}>
          Add
        </button>
      </form>
    </>
  );
}
