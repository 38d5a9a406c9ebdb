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
import type { ChangePage, RecordedPage } from "@readout/core/event";
import type { Export, GetExport } from "@readout/core/export";
import type { History, ListHistory } from "@readout/core/history";
import type { EditItem, ItemDetail, ItemPage, OpenItem } from "@readout/core/item";
import type { GetItemGraph, ItemGraph } from "@readout/core/item-graph";
import type { LanePage } from "@readout/core/lane";
import type {
  AddMilestone,
  DecideMilestone,
  EditMilestone,
  Milestone,
  MilestoneCalendar,
  MilestonePage,
} from "@readout/core/milestone";
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
import type { GetPublisher, PublisherDetail } from "@readout/core/publisher";
import type { Rail } from "@readout/core/rail";
import type {
  GetActor,
  GetCalendar,
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
  ListRecorded,
  ListScenarioSets,
  ListSources,
} from "@readout/core/read";
import type { StatusIntervals } from "@readout/core/reading";
import type { DuePage, ListDue } from "@readout/core/review";
import type { ScenarioSetPage, ScenarioSets } from "@readout/core/scenario";
import type { SearchPage, SearchRecord } from "@readout/core/search";
import type { GetSince, Since } from "@readout/core/since";
import type {
  AddSource,
  EditSource,
  GetSourceText,
  SetSourceText,
  SourceDetail,
  SourcePage,
  SourceText,
} from "@readout/core/source";
import type { RemovedView, RemoveView, RenameView, SavedView, SaveView, ViewList } from "@readout/core/view";
import type { CompareVisit, NoteVisit, Visit } from "@readout/core/visit";
import type { AddWatch, EditWatch, ListWatches, Mailbox, OneWatch, Watch, WatchList } from "@readout/core/watch";
import type { GetRests, Rests } from "@readout/core/withdrawal";
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
    /** An item with those that one or two links lead to, and every link between them. */
    graph: Call<typeof GetItemGraph, ItemGraph>;
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
    /** All that rests on a source, and what would be left of it without it. */
    rests: Call<typeof GetRests, Rests>;
    /** Adds a source. Needs the role editor. */
    add: Call<typeof AddSource, SourceDetail>;
    /** Edits a source and its lineage; conflict with `version` and `current` when someone wrote first. Needs the role editor. */
    edit: Call<typeof EditSource, SourceDetail>;
    /** Hands in the text of a source; its lines that are not blank are the paragraphs. Needs the role editor. */
    setText: Call<typeof SetSourceText, SourceText>;
    /** The text that is held of a source. Needs the role editor. */
    text: Call<typeof GetSourceText, SourceText>;
  };
  readonly publishers: {
    /** One publisher by its key: its sources, what it said first, and what rests on it. */
    get: Call<typeof GetPublisher, PublisherDetail>;
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
    /** The milestones that a calendar holds, 5,000 at most, with how often each was revised. */
    calendar: Call<typeof GetCalendar, MilestoneCalendar>;
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
    /** Entries of all items or one, the last recorded first, with the sources they cite. */
    entries: Call<typeof ListRecorded, RecordedPage>;
  };
  readonly record: {
    /** When things became known, month by month. */
    rail: Call<typeof GetRail, Rail>;
    /** What the first page says. */
    overview: Call<typeof GetOverview, Overview>;
    /** What changed after a place in the change feed, item by item, in words. */
    since: Call<typeof GetSince, Since>;
  };
  readonly export: {
    /** Items with their evidence, as a document that stands alone; 1,000 items and 10,000 entries at most. */
    get: Call<typeof GetExport, Export>;
  };
  readonly search: {
    /** Items, actors, sources, entries and evidence that have the words, best first, with counts for each facet. */
    find: Call<typeof SearchRecord, SearchPage>;
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
  readonly watches: {
    /** What one watches, the last made first. Needs the role reader. */
    list: Call<typeof ListWatches, WatchList>;
    /** Watches an item or a view; what is watched already stays as it is. For people: a service has no mailbox. Needs the role reader. */
    add: Call<typeof AddWatch, Watch>;
    /** Alters how often one is told. Needs the role reader. */
    edit: Call<typeof EditWatch, Watch>;
    /** Stops watching; `restore` takes that back. Needs the role reader. */
    remove: Call<typeof OneWatch, Watch>;
    /** Takes a stopped watch up again where it stopped. Needs the role reader. */
    restore: Call<typeof OneWatch, Watch>;
  };
  readonly mailbox: {
    /** Where one's mail goes, and what was sent. Needs the role reader. */
    get: Call<typeof Nothing, Mailbox>;
    /** Stops every watch and all mail, corrections included. Needs the role reader. */
    stop: Call<typeof Nothing, Mailbox>;
  };
  readonly visits: {
    /** Notes that one has a page open; half an hour without one ends a visit. Needs the role reader. */
    note: Call<typeof NoteVisit, Visit>;
    /** Compares one's present visit with another place in the change feed. Needs the role reader. */
    compare: Call<typeof CompareVisit, Visit>;
  };
  readonly views: {
    /** One's own saved views, by name. Needs the role reader. */
    list: Call<typeof Nothing, ViewList>;
    /** Keeps an address of the site under a name that is not taken. Needs the role reader. */
    save: Call<typeof SaveView, SavedView>;
    /** Calls one's own view otherwise. Needs the role reader. */
    rename: Call<typeof RenameView, SavedView>;
    /** Keeps one's own view no longer. Needs the role reader. */
    remove: Call<typeof RemoveView, RemovedView>;
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
  "watches.add",
  "watches.edit",
  "watches.remove",
  "watches.restore",
  "mailbox.stop",
  "visits.note",
  "visits.compare",
  "views.save",
  "views.rename",
  "views.remove",
  "users.add",
  "users.edit",
  "users.resetPassword",
  "keys.create",
  "keys.revoke",
] as const;
