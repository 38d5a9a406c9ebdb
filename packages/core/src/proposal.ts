import { z } from "zod";
import { Entry, RecordEntry } from "./entry.ts";
import { Head, ItemId, Seq } from "./id.ts";
import { page } from "./read.ts";
import { text } from "./text.ts";
import { Instant } from "./time.ts";

export const ProposalId = z.uuid("a proposal's id is a UUID").brand<"ProposalId">();
export type ProposalId = z.infer<typeof ProposalId>;

/** Waiting, or what became of it. */
export const ProposalState = z.enum(["waiting", "approved", "refused", "withdrawn"]);
export type ProposalState = z.infer<typeof ProposalState>;

/**
 * An entry that waits for a second person, or once did. `head` is where the ledger stands now, to be held against the
 * command's `expectedHead`; `reason` is that of a refusal, `entrySeq` names the entry that an approved one became.
 */
export const Proposal = z.strictObject({
  id: ProposalId,
  itemId: ItemId,
  itemTitle: z.string(),
  command: RecordEntry,
  author: z.string(),
  proposedAt: Instant,
  state: ProposalState,
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  reason: z.string().nullable(),
  entrySeq: Seq.nullable(),
  head: Head,
});
export type Proposal = z.infer<typeof Proposal>;

/** What recording answers with: the entry, or where a second person has to approve it, its proposal. */
export const RecordedOrProposed = z.union([Entry, Proposal]);
export type RecordedOrProposed = z.infer<typeof RecordedOrProposed>;

/** Whether recording has led to a proposal only. */
export const isProposal = (answer: RecordedOrProposed): answer is Proposal => "state" in answer;

/** A page of proposals: what waits first, the oldest before all; then what was decided, the latest first. */
export const ProposalPage = z.strictObject({ proposals: z.array(Proposal), nextCursor: z.string().nullable() });
export type ProposalPage = z.infer<typeof ProposalPage>;

export const ListProposals = z.strictObject({ state: ProposalState.optional(), itemId: ItemId.optional(), ...page });
export type ListProposals = z.infer<typeof ListProposals>;

export const GetProposal = z.strictObject({ id: ProposalId });
export type GetProposal = z.infer<typeof GetProposal>;

/** The command to approve. `expectedHead` where the approver decides on a later head than the author did. */
export const ApproveProposal = z.strictObject({ id: ProposalId, expectedHead: Head.optional() });
export type ApproveProposal = z.infer<typeof ApproveProposal>;

export const RefuseProposal = z.strictObject({ id: ProposalId, reason: text(2000) });
export type RefuseProposal = z.infer<typeof RefuseProposal>;

export const WithdrawProposal = z.strictObject({ id: ProposalId });
export type WithdrawProposal = z.infer<typeof WithdrawProposal>;
