"use client";

import type { ListedKey } from "@readout/core/account";
import { formatDayShort } from "@readout/core/edtf-text";
import { Role } from "@readout/core/role";
import { dayOfInstant } from "@readout/core/time";
import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { browserClient, faultAt, useAction } from "../trpc/browser.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { SelectField, TextField } from "../ui/form-field.tsx";
import { formatInstant } from "../ui/format.ts";
import { useAlive } from "../ui/use-alive.ts";
import { roleOptions } from "./role-words.ts";
import { ShownOnce } from "./shown-once.tsx";
import "../ui/table.css";

/** The keys that programs bring, the revoked ones too. */
export function KeyTable({ keys }: { keys: readonly ListedKey[] }) {
  const [open, setOpen] = useState<string | null>(null);
  const chosen = keys.find(({ id }) => id === open);
  return (
    <>
      <table className="desk-table">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col">Begins with</th>
            <th scope="col">Created</th>
            <th scope="col">Last used, UTC</th>
            <th scope="col">
              <span className="vh">Revoke</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id} className={key.works ? undefined : "ended"}>
              <th scope="row">
                <bdi>{key.name}</bdi>
              </th>
              <td>{key.role}</td>
              <td>
                <span className="lab">begins with </span>
                <code>{key.start}</code>
              </td>
              <td className="dim nb">
                <span className="lab">created </span>
                {formatDayShort(dayOfInstant(key.createdAt))}
              </td>
              <td className="dim nb">
                <span className="lab">last used </span>
                {key.lastUsedAt === null ? "never" : formatInstant(key.lastUsedAt)}
              </td>
              <td className="end">
                {key.works ? (
                  <button type="button" className="as-link" onClick={() => setOpen(key.id)}>
                    Revoke<span className="vh"> {key.name}</span>
                  </button>
                ) : (
                  <b>revoked</b>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {chosen !== undefined && <RevokeDialog key={chosen.id} shown={chosen} onClose={() => setOpen(null)} />}
    </>
  );
}

function RevokeDialog({ shown, onClose }: { shown: ListedKey; onClose: () => void }) {
  const router = useRouter();
  const revoke = useAction(() => browserClient().keys.revoke({ id: shown.id }));
  const go = async () => {
    if ((await revoke.run()) === null) return;
    router.refresh();
    onClose();
  };
  return (
    <Dialog title={<>Revoke {shown.name}?</>} onClose={onClose}>
      <div className="stack">
        <ErrorNote error={revoke.error} />
        <p>
          Whatever brings the key that begins with <code>{shown.start}</code> is refused from its next request on. That
          cannot be undone; what it recorded stays.
        </p>
        <p className="form-acts">
          <button type="button" className="button solid" disabled={revoke.pending} onClick={() => void go()}>
            Revoke {shown.name}
          </button>
          <button type="button" className="button" onClick={onClose}>
            Keep it
          </button>
        </p>
      </div>
    </Dialog>
  );
}

const labels = { name: "Name", role: "Role" };

/** Makes a key; it is shown once. */
export function CreateKeyForm() {
  const router = useRouter();
  const alive = useAlive();
  const form = useRef<HTMLFormElement>(null);
  const [made, setMade] = useState<readonly { id: string; key: string; name: string }[]>([]);
  const create = useAction((name: string, role: Role) => browserClient().keys.create({ name, role }));

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const name = String(values.get("name")).trim();
    const result = await create.run(name, Role.parse(values.get("role")));
    if (result === null) return;
    setMade((others) => [...others, { ...result, name }]);
    form.current?.reset();
    router.refresh();
  };
  return (
    <>
      {made.map(({ id, key, name }) => (
        <ShownOnce
          key={id}
          label="Key"
          secret={key}
          onDone={() => setMade((others) => others.filter((other) => other.id !== id))}
        >
          The key <b>{name}</b>. A program sends it as <code>Authorization: Bearer</code>.
        </ShownOnce>
      ))}
      <form ref={form} className="stack one-column" onSubmit={(event) => void submit(event)} noValidate>
        <ErrorNote error={create.error} labels={labels} />
        <TextField
          label="Name"
          name="name"
          autoComplete="off"
          hint="What the program is called: letters, digits, dots and dashes."
          required
          fault={faultAt(create.error, "name")}
        />
        <SelectField label="Role" name="role" options={roleOptions} defaultValue="reader" />
        <button type="submit" className="button solid" disabled={!alive || create.pending}>
          Make a key
        </button>
      </form>
    </>
  );
}
