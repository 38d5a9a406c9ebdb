import { parseArgs } from "node:util";
import { addUser, type Db, editUser, listUsers, resetPassword } from "@readout/api/server";
import { AddUser, type UserSummary } from "@readout/core/account";
import { ReadoutError } from "@readout/core/error";
import { Role } from "@readout/core/role";
import { type Command, usageProblem } from "./command.ts";
import { faultsOf, onDb } from "./on-db.ts";

/** Gives somebody an account and prints its password, alone and this once. */
export const usersAdd: Command = {
  name: "users add",
  usage: "--email <address> --name <name> --role <reader|analyst|editor|admin>",
  summary: "Gives somebody an account; prints its password alone, this once",
  prepare: (args) => {
    const text = { type: "string" } as const;
    const { values } = parseArgs({ args, options: { email: text, name: text, role: text } });
    const command = AddUser.safeParse(values);
    if (!command.success) throw new ReadoutError("invalid_input", faultsOf(command.error.issues, values));
    return onDb(async (db, { out }) => out((await addUser(db, command.data)).password));
  },
};

/** Lists people by how they sign in. */
export const usersList: Command = {
  name: "users list",
  usage: "",
  summary: "Lists the users: address, name, role, ways of signing in, when last here, whether shut out",
  prepare: (args) => {
    parseArgs({ args, options: {} });
    return onDb(async (db, { out, note }) => {
      const users = await listUsers(db);
      for (const { email, name, role, signsInBy, lastSeenAt, shutOut } of users)
        out(
          [email, name, role, signsInBy.join("+"), lastSeenAt ?? "never", shutOut ? "shut out" : "may enter"].join(
            "\t",
          ),
        );
      if (users.length === 0) note("there are no users");
    });
  },
};

/** Gives somebody another role, which ends their sessions. */
export const usersRole: Command = {
  name: "users role",
  usage: "<address or id> <reader|analyst|editor|admin>",
  summary: "Gives somebody another role, and ends their sessions",
  prepare: (args) => {
    const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
    const [who, word, ...more] = positionals;
    if (who === undefined || word === undefined || more.length > 0) throw usageProblem("a user and a role are needed");
    const role = Role.safeParse(word);
    if (!role.success) throw new ReadoutError("invalid_input", `a role is one of ${Role.options.join(", ")}`);
    return onDb(async (db, { note }) => {
      const { email } = await editUser(db, { id: (await findUser(db, who)).id, role: role.data });
      note(`${email} is ${role.data}`);
    });
  },
};

/** Gives somebody another password and prints it, alone and this once. */
export const usersReset = onOne("users reset", "Gives somebody another password; prints it alone, this once", {
  work: async (db, { id }, { out }) => out((await resetPassword(db, id)).password),
});

/** Closes every way in to somebody, beside a running server too. */
export const usersShutOut = onOne("users shut-out", "Shuts somebody out at once", {
  work: async (db, { id, email }, { note }) => {
    await editUser(db, { id, shutOut: true });
    note(`${email} is shut out`);
  },
});

/** Opens the ways in again. */
export const usersLetIn = onOne("users let-in", "Lets somebody in again who was shut out", {
  work: async (db, { id, email }, { note }) => {
    await editUser(db, { id, shutOut: false });
    note(`${email} may enter`);
  },
});

type Said = Pick<Parameters<ReturnType<Command["prepare"]>>[0], "out" | "note">;

/** A command about one user. */
function onOne(
  name: string,
  summary: string,
  { work }: { work(db: Db, user: UserSummary, said: Said): Promise<void> },
): Command {
  return {
    ...{ name, summary, usage: "<address or id>" },
    prepare: (args) => {
      const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
      const [who, ...more] = positionals;
      if (who === undefined || more.length > 0) throw usageProblem("one user is needed");
      return onDb(async (db, on) => work(db, await findUser(db, who), on));
    },
  };
}

async function findUser(db: Db, who: string): Promise<UserSummary> {
  const found = (await listUsers(db)).find(({ id, email }) => id === who || email === who.toLowerCase());
  if (found === undefined) throw new ReadoutError("not_found", `There is no user ${who}`);
  return found;
}
