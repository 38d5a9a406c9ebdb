import { AuditPage, ListAudit } from "@readout/core/audit";
import { sync } from "../sync-schema.ts";
import { adminProcedure, router } from "../trpc.ts";
import { listAudit } from "./queries.ts";

export const auditRouter = router({
  list: adminProcedure
    .meta({
      rest: { method: "GET", path: "/audit", tag: "Audit", summary: "Every act that wrote, newest first" },
    })
    .input(sync(ListAudit))
    .output(sync(AuditPage))
    .query(({ ctx, input }) => listAudit(ctx, input)),
});
