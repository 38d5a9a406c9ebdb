import { AddDisagreement, Disagreement, DisagreementPage, EditDisagreement } from "@readout/core/disagreement";
import { GetDisagreement, ListDisagreements } from "@readout/core/read";
import { sync } from "../sync-schema.ts";
import { editorProcedure, readProcedure, router } from "../trpc.ts";
import { addDisagreement } from "./add-disagreement.ts";
import { editDisagreement } from "./edit-disagreement.ts";
import { getDisagreement, listDisagreements } from "./queries.ts";

export const disagreementsRouter = router({
  list: readProcedure
    .meta({
      rest: { method: "GET", path: "/disagreements", tag: "Disagreements", summary: "Where sources differ" },
    })
    .input(sync(ListDisagreements))
    .output(sync(DisagreementPage))
    .query(({ ctx, input }) => listDisagreements(ctx, input)),

  get: readProcedure
    .meta({
      rest: {
        method: "GET",
        path: "/disagreements/{id}",
        tag: "Disagreements",
        summary: "One disagreement: claims side by side, with their citations",
      },
    })
    .input(sync(GetDisagreement))
    .output(sync(Disagreement))
    .query(({ ctx, input }) => getDisagreement(ctx, input)),

  add: editorProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/disagreements",
        tag: "Disagreements",
        summary: "Set claims of sources side by side",
        location: "/disagreements/{id}",
      },
    })
    .input(sync(AddDisagreement))
    .output(sync(Disagreement))
    .mutation(({ ctx, input }) => addDisagreement(ctx, input)),

  edit: editorProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/disagreements/{id}/edits",
        tag: "Disagreements",
        summary: "Edit a disagreement, on the `version` that was read",
        status: 200,
      },
    })
    .input(sync(EditDisagreement))
    .output(sync(Disagreement))
    .mutation(({ ctx, input }) => editDisagreement(ctx, input)),
});
