import type {
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
import type { ActorDetail, ActorPage, AddActor, EditActor } from "@readout/core/actor";
import type { AuditPage, ListAudit } from "@readout/core/audit";
import type { Diff } from "@readout/core/diff";
import type { AddDisagreement, Disagreement, DisagreementPage, EditDisagreement } from "@readout/core/disagreement";
import type { DiscardDraft, DiscardedDraft, Draft, DraftList, GetDraft, SaveDraft } from "@readout/core/draft";
import type { Entry, Ledger, RecordEntry } from "@readout/core/entry";
import type { ChangePage } from "@readout/core/event";
import type { History, ListHistory } from "@readout/core/history";
import type { EditItem, ItemDetail, ItemPage, OpenItem } from "@readout/core/item";
import type { LanePage } from "@readout/core/lane";
import type { AddMilestone, DecideMilestone, EditMilestone, Milestone, MilestonePage } from "@readout/core/milestone";
import type { Overview } from "@readout/core/overview";
import type { PersonList } from "@readout/core/person";
import type {
  ApproveProposal,
  GetProposal,
  ListProposals,
  Proposal,
  ProposalPage,
  RecordedOrProposed,
  RefuseProposal,
  WithdrawProposal,
} from "@readout/core/proposal";
import type { Rail } from "@readout/core/rail";
import type {
  GetActor,
  GetDiff,
  GetDisagreement,
  GetItem,
  GetOverview,
  GetRail,
  GetSource,
  ListActors,
  ListChanges,
  ListDisagreements,
  ListItems,
  ListLanes,
  ListMilestones,
  ListScenarioSets,
  ListSources,
} from "@readout/core/read";
import type { StatusIntervals } from "@readout/core/reading";
import type { DuePage, ListDue } from "@readout/core/review";
import type { ScenarioSetPage, ScenarioSets } from "@readout/core/scenario";
import type {
  AddSource,
  EditSource,
  GetSourceText,
  SetSourceText,
  SourceDetail,
  SourcePage,
  SourceText,
} from "@readout/core/source";
import type { z } from "zod";

export interface CallOptions {
  /** Breaks the call off; it then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** A procedure: what it takes may be left out where nothing in it is needed. Rejects with a ReadoutError. */
export type Call<Schema extends z.ZodType, Output> =
  Record<never, never> extends z.input<Schema>
    ? (input?: z.input<Schema>, options?: CallOptions) => Promise<Output>
    : (input: z.input<Schema>, options?: CallOptions) => Promise<Output>;

/**
 * The procedures of Readout as functions. Every read takes `knownOn`, `validOn` and `basis`; lists take `limit` and `cursor`
 * and answer with `nextCursor`, null at the end.
 */
export interface ReadoutClient {
  readonly items: {
    /** Items with their reading. */
    list: Call<typeof ListItems, ItemPage>;
    /** Items over time, by group: entries, reviews, milestones and the days of what they cite; 2,000 lanes at most. */
    lanes: Call<typeof ListLanes, LanePage>;
    /** One item with all that belongs to it. */
    get: Call<typeof GetItem, ItemDetail>;
    /** The ledger: whole without as-of, the visible entries with it. */
    entries: Call<typeof GetItem, Ledger>;
    /** Unbroken stretches of status. */
    intervals: Call<typeof GetItem, StatusIntervals>;
    /** The scenario sets of an item. */
    scenarios: Call<typeof GetItem, ScenarioSets>;
    /** Opens an item; its ledger is empty. Needs the role editor. */
    open: Call<typeof OpenItem, ItemDetail>;
    /** Edits what an item is told by; conflict with `version` and `current` when someone wrote first. Needs the role editor. */
    edit: Call<typeof EditItem, ItemDetail>;
    /**
     * Appends an entry decided on `expectedHead`; conflict when someone wrote first. Where review is required it becomes a
     * proposal, told by its `state`. Needs the role editor.
     */
    record: Call<typeof RecordEntry, RecordedOrProposed>;
  };
  readonly sources: {
    /** Sources published by `knownOn`. */
    list: Call<typeof ListSources, SourcePage>;
    /** One source with its lineage, statements and the entries that rest on it. */
    get: Call<typeof GetSource, SourceDetail>;
    /** Adds a source. Needs the role editor. */
    add: Call<typeof AddSource, SourceDetail>;
    /** Edits a source and its lineage; conflict with `version` and `current` when someone wrote first. Needs the role editor. */
    edit: Call<typeof EditSource, SourceDetail>;
    /** Hands in the text of a source; its lines that are not blank are the paragraphs. Needs the role editor. */
    setText: Call<typeof SetSourceText, SourceText>;
    /** The text that is held of a source. Needs the role editor. */
    text: Call<typeof GetSourceText, SourceText>;
  };
  readonly actors: {
    /** Who acts in the world. */
    list: Call<typeof ListActors, ActorPage>;
    /** One actor with offices, items and views. */
    get: Call<typeof GetActor, ActorDetail>;
    /** Adds an actor with the offices it held. Needs the role editor. */
    add: Call<typeof AddActor, ActorDetail>;
    /** Edits an actor; conflict with `version` and `current` when someone wrote first. Needs the role editor. */
    edit: Call<typeof EditActor, ActorDetail>;
  };
  readonly milestones: {
    /** Deadlines, events and expiries that fall due on the days from `from` to `to`. */
    list: Call<typeof ListMilestones, MilestonePage>;
    /** Adds a milestone of the item's own. Needs the role editor. */
    add: Call<typeof AddMilestone, Milestone>;
    /** Edits one of the item's own; conflict with `version` and `current` when someone wrote first. Needs the role editor. */
    edit: Call<typeof EditMilestone, Milestone>;
    /** Says what became of a milestone: met, missed, or moved. Needs the role editor. */
    decide: Call<typeof DecideMilestone, Milestone>;
  };
  readonly disagreements: {
    /** Where sources differ, in all items or one. */
    list: Call<typeof ListDisagreements, DisagreementPage>;
    /** One disagreement, as far as it was known. */
    get: Call<typeof GetDisagreement, Disagreement>;
    /** Sets claims of sources side by side. Needs the role editor. */
    add: Call<typeof AddDisagreement, Disagreement>;
    /** Edits a disagreement; conflict with `version` and `current` when someone wrote first. Needs the role editor. */
    edit: Call<typeof EditDisagreement, Disagreement>;
  };
  readonly scenarioSets: {
    /** All scenario sets. */
    list: Call<typeof ListScenarioSets, ScenarioSetPage>;
  };
  readonly diff: {
    /** What the record gained between two days. */
    get: Call<typeof GetDiff, Diff>;
  };
  readonly changes: {
    /** Events after `since` in commit order, and the token to go on from; `followChanges` does so for ever. */
    list: Call<typeof ListChanges, ChangePage>;
  };
  readonly record: {
    /** When things became known, month by month. */
    rail: Call<typeof GetRail, Rail>;
    /** What the first page says. */
    overview: Call<typeof GetOverview, Overview>;
  };
  readonly proposals: {
    /** Proposes an entry, checked as recording would check it. Needs the role analyst. */
    propose: Call<typeof RecordEntry, Proposal>;
    /** What waits, the oldest first, then what was decided, the latest first. Needs the role analyst. */
    list: Call<typeof ListProposals, ProposalPage>;
    /** One proposal. Needs the role analyst. */
    get: Call<typeof GetProposal, Proposal>;
    /** Approves another's proposal; conflict when the head moved or somebody decided first. Needs the role editor. */
    approve: Call<typeof ApproveProposal, Entry>;
    /** Refuses another's proposal with a reason. Needs the role editor. */
    refuse: Call<typeof RefuseProposal, Proposal>;
    /** Takes one's own back. Needs the role analyst. */
    withdraw: Call<typeof WithdrawProposal, Proposal>;
  };
  readonly review: {
    /** Open items that nobody has looked at for longer than their cadence. Needs the role analyst. */
    due: Call<typeof ListDue, DuePage>;
  };
  readonly drafts: {
    /** Where one's own drafts are, the latest first. Needs the role analyst. */
    list: Call<typeof Nothing, DraftList>;
    /** One's own draft for a place. Needs the role analyst. */
    get: Call<typeof GetDraft, Draft>;
    /** Keeps what was typed; conflict when a newer one than `basedOn` is kept. Needs the role analyst. */
    save: Call<typeof SaveDraft, Draft>;
    /** Discards one's own draft. Needs the role analyst. */
    discard: Call<typeof DiscardDraft, DiscardedDraft>;
  };
  readonly people: {
    /** Who may stand as author or approver. Needs the role reader. */
    list: Call<typeof Nothing, PersonList>;
  };
  readonly history: {
    /** The edits of a thing, newest first; names for those who are signed in. */
    list: Call<typeof ListHistory, History>;
  };
  readonly audit: {
    /** Every act that wrote, newest first. Needs the role admin. */
    list: Call<typeof ListAudit, AuditPage>;
  };
  readonly account: {
    /** Whoever asks; `user` is null for an anonymous visitor. */
    me: Call<typeof Nothing, WhoAmI>;
  };
  readonly users: {
    /** Everybody who may sign in. Needs the role admin. */
    list: Call<typeof Nothing, UserList>;
    /** Gives somebody an account; the password is shown this once. Needs the role admin. */
    add: Call<typeof AddUser, AddedUser>;
    /** Renames, gives another role, shuts out or lets in again; the last administrator stays. Needs the role admin. */
    edit: Call<typeof EditUser, UserSummary>;
    /** Another password, shown this once; ends the account's sessions. Needs the role admin. */
    resetPassword: Call<typeof ResetPassword, NewPassword>;
  };
  readonly keys: {
    /** The keys of programs, by what they are recognised. Needs the role admin. */
    list: Call<typeof Nothing, KeyList>;
    /** Makes a key, shown this once. Needs the role admin. */
    create: Call<typeof CreateKey, CreatedKey>;
    /** Ends a key at once, and lists what is left. Needs the role admin. */
    revoke: Call<typeof RevokeKey, KeyList>;
  };
}

/** The procedures that write. */
export const writes = [
  "items.open",
  "items.edit",
  "items.record",
  "sources.add",
  "sources.edit",
  "sources.setText",
  "actors.add",
  "actors.edit",
  "milestones.add",
  "milestones.edit",
  "milestones.decide",
  "disagreements.add",
  "disagreements.edit",
  "proposals.propose",
  "proposals.approve",
  "proposals.refuse",
  "proposals.withdraw",
  "drafts.save",
  "drafts.discard",
  "users.add",
  "users.edit",
  "users.resetPassword",
  "keys.create",
  "keys.revoke",
] as const;
