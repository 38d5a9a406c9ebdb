import { Entry, RecordEntry } from "@readout/core/entry";
import {
  ApproveProposal,
  GetProposal,
  ListProposals,
  Proposal,
  ProposalPage,
  RefuseProposal,
  WithdrawProposal,
} from "@readout/core/proposal";
import { sync } from "../sync-schema.ts";
import { analystProcedure, editorProcedure, router } from "../trpc.ts";
import { approveProposal } from "./approve-proposal.ts";
import { proposeEntry } from "./propose-entry.ts";
import { getProposal, listProposals } from "./queries.ts";
import { refuseProposal } from "./refuse-proposal.ts";
import { withdrawProposal } from "./withdraw-proposal.ts";

const tag = "Review";

export const proposalsRouter = router({
  propose: analystProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/items/{id}/proposals",
        pathFields: { id: "itemId" },
        tag,
        summary: "Propose an entry for somebody else to approve",
        location: "/proposals/{id}",
      },
    })
    .input(sync(RecordEntry))
    .output(sync(Proposal))
    .mutation(({ ctx, input }) => proposeEntry(ctx, input)),

  list: analystProcedure
    .meta({
      rest: { method: "GET", path: "/proposals", tag, summary: "What waits for approval, and what became of the rest" },
    })
    .input(sync(ListProposals))
    .output(sync(ProposalPage))
    .query(({ ctx, input }) => listProposals(ctx, input)),

  get: analystProcedure
    .meta({ rest: { method: "GET", path: "/proposals/{id}", tag, summary: "One proposal" } })
    .input(sync(GetProposal))
    .output(sync(Proposal))
    .query(({ ctx, input }) => getProposal(ctx, input)),

  approve: editorProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/proposals/{id}/approval",
        tag,
        summary: "Approve somebody else's proposal: its entry enters the ledger",
        location: "/items/{itemId}/entries",
      },
    })
    .input(sync(ApproveProposal))
    .output(sync(Entry))
    .mutation(({ ctx, input }) => approveProposal(ctx, input)),

  refuse: editorProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/proposals/{id}/refusal",
        tag,
        summary: "Refuse somebody else's proposal, with a reason",
        status: 200,
      },
    })
    .input(sync(RefuseProposal))
    .output(sync(Proposal))
    .mutation(({ ctx, input }) => refuseProposal(ctx, input)),

  withdraw: analystProcedure
    .meta({
      rest: {
        method: "POST",
        path: "/proposals/{id}/withdrawal",
        tag,
        summary: "Take back what one proposed",
        status: 200,
      },
    })
    .input(sync(WithdrawProposal))
    .output(sync(Proposal))
    .mutation(({ ctx, input }) => withdrawProposal(ctx, input)),
});
