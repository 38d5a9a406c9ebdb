import { Nothing } from "@readout/core/account";
import { type Person, PersonList } from "@readout/core/person";
import { sql } from "../db/sql.ts";
import { sync } from "../sync-schema.ts";
import { readerProcedure, router } from "../trpc.ts";

export const peopleRouter = router({
  list: readerProcedure
    .meta({
      rest: { method: "GET", path: "/people", tag: "People", summary: "Who may stand as author or approver, by name" },
    })
    .input(sync(Nothing))
    .output(sync(PersonList))
    .query(async ({ ctx }) => ({
      people: await sql(ctx.db)<Person>('SELECT id, name FROM "user" ORDER BY lower(name), id'),
    })),
});
