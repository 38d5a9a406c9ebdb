"use client";

import type { UserSummary } from "@readout/core/account";
import { Role } from "@readout/core/role";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { browserClient, faultAt, useAction } from "../trpc/browser.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { SelectField, TextField } from "../ui/form-field.tsx";
import { roleOptions } from "./role-words.ts";
import { ShownOnce } from "./shown-once.tsx";

type UserDialogProps = { user: UserSummary; isMe: boolean; onClose: () => void };

const labels = { name: "Name", role: "Role" };

/** What an administrator may change about somebody: name and role, whether they are let in, their password. */
export function UserDialog({ user, isMe, onClose }: UserDialogProps) {
  const router = useRouter();
  const [password, setPassword] = useState<string | null>(null);
  const edit = useAction((fields: { name?: string; role?: Role; shutOut?: boolean }) =>
    browserClient().users.edit({ id: user.id, ...fields }),
  );
  const reset = useAction(() => browserClient().users.resetPassword({ id: user.id }));
  const pending = edit.pending || reset.pending;

  const change = async (fields: { name?: string; role?: Role; shutOut?: boolean }) => {
    if ((await edit.run(fields)) === null) return;
    router.refresh();
    onClose();
  };
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const name = String(values.get("name")).trim();
    const role = Role.parse(values.get("role"));
    // Naming a role ends sessions only where it is another one; what did not change is left out all the same.
    return change({ ...(name === user.name ? {} : { name }), ...(role === user.role ? {} : { role }) });
  };
  const setNew = async () => {
    const made = await reset.run();
    if (made !== null) setPassword(made.password);
  };
  return (
    <Dialog title={<bdi>{user.name}</bdi>} onClose={onClose}>
      <ErrorNote error={edit.error ?? reset.error} labels={labels} />
      <form className="stack" onSubmit={(event) => void save(event)} noValidate>
        <TextField label="Name" name="name" defaultValue={user.name} required fault={faultAt(edit.error, "name")} />
        <SelectField
          label="Role"
          name="role"
          options={roleOptions}
          defaultValue={user.role}
          hint="Another role signs them out everywhere."
        />
        <button type="submit" className="button solid" disabled={pending}>
          Save
        </button>
      </form>
      <div className="part stack">
        <p>
          {user.shutOut
            ? "Shut out: neither password nor provider lets them in. What they recorded stays under their name."
            : "Shutting out ends every session at once and closes every way in. What they recorded stays."}
        </p>
        <button
          type="button"
          className="button"
          disabled={pending}
          onClick={() => void change({ shutOut: !user.shutOut })}
        >
          {user.shutOut ? "Let in again" : isMe ? "Shut myself out" : "Shut out"}
        </button>
      </div>
      <div className="part stack">
        {password === null ? (
          <>
            <p>A new password replaces the old one and ends every session.</p>
            <button type="button" className="button" disabled={pending} onClick={() => void setNew()}>
              Make a new password
            </button>
          </>
        ) : (
          <ShownOnce label="New password" secret={password} onDone={onClose}>
            From now on <bdi>{user.email}</bdi> signs in with this password.
          </ShownOnce>
        )}
      </div>
    </Dialog>
  );
}
