import { Export, exportTypes, GetExport } from "@readout/core/export";
import { described, sync } from "../sync-schema.ts";
import { readProcedure, router } from "../trpc.ts";
import { getExport } from "./queries.ts";

export const exportRouter = router({
  get: readProcedure
    .meta({
      rest: {
        method: "GET",
        path: "/export",
        tag: "Export",
        summary: "Items with their evidence, as a document that stands alone; 1,000 items and 10,000 entries at most",
        produces: exportTypes,
      },
    })
    .input(sync(GetExport))
    .output(described(Export))
    .query(({ ctx, input }) => getExport(ctx, input)),
});
