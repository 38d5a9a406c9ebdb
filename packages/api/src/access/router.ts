import {
  AddedUser,
  AddUser,
  CreatedKey,
  CreateKey,
  EditUser,
  KeyList,
  NewPassword,
  Nothing,
  ResetPassword,
  RevokeKey,
  UserList,
  UserSummary,
  WhoAmI,
} from "@readout/core/account";
import { sync } from "../sync-schema.ts";
import { adminProcedure, readProcedure, router } from "../trpc.ts";
import { addUser } from "./add-user.ts";
import { createKey } from "./create-key.ts";
import { editUser } from "./edit-user.ts";
import { listKeys, listUsers, whoAsks } from "./queries.ts";
import { resetPassword } from "./reset-password.ts";
import { revokeKey } from "./revoke-key.ts";

export const accountRouter = router({
  me: readProcedure
    .meta({ rest: { method: "GET", path: "/me", tag: "Accounts", summary: "Who asks; null for a visitor" } })
    .input(sync(Nothing))
    .output(sync(WhoAmI))
    .query(async ({ ctx }) => ({ user: await whoAsks(ctx) })),
});

export const usersRouter = router({
  list: adminProcedure
    .meta({ rest: { method: "GET", path: "/users", tag: "Accounts", summary: "Everybody who may sign in" } })
    .input(sync(Nothing))
    .output(sync(UserList))
    .query(async ({ ctx }) => ({ users: await listUsers(ctx.db) })),

  add: adminProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/users",
        tag: "Accounts",
        summary: "Give somebody an account; the password is shown once",
      },
    })
    .input(sync(AddUser))
    .output(sync(AddedUser))
    .mutation(({ ctx, input }) => addUser(ctx.db, input, ctx)),

  edit: adminProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/users/{id}/edits",
        status: 200,
        tag: "Accounts",
        summary: "Rename, give another role, shut out or let in again",
      },
    })
    .input(sync(EditUser))
    .output(sync(UserSummary))
    .mutation(({ ctx, input }) => editUser(ctx.db, input, ctx)),

  resetPassword: adminProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/users/{id}/password",
        status: 200,
        tag: "Accounts",
        summary: "Give an account another password, shown once",
      },
    })
    .input(sync(ResetPassword))
    .output(sync(NewPassword))
    .mutation(({ ctx, input }) => resetPassword(ctx.db, input.id, ctx)),
});

export const keysRouter = router({
  list: adminProcedure
    .meta({ rest: { method: "GET", path: "/keys", tag: "Accounts", summary: "The keys of programs" } })
    .input(sync(Nothing))
    .output(sync(KeyList))
    .query(async ({ ctx }) => ({ keys: await listKeys(ctx.db) })),

  create: adminProcedure
    .meta({ rest: { method: "POST", path: "/keys", tag: "Accounts", summary: "Make a key for a program, shown once" } })
    .input(sync(CreateKey))
    .output(sync(CreatedKey))
    .mutation(({ ctx, input }) => createKey(ctx.db, input, ctx)),

  revoke: adminProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/keys/{id}/revocation",
        status: 200,
        tag: "Accounts",
        summary: "End a key at once",
      },
    })
    .input(sync(RevokeKey))
    .output(sync(KeyList))
    .mutation(async ({ ctx, input }) => {
      await revokeKey(ctx.db, input.id, ctx);
      return { keys: await listKeys(ctx.db) };
    }),
});
