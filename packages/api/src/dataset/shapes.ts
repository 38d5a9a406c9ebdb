import { ActorType } from "@readout/core/actor";
import { DisagreementType, Verdict } from "@readout/core/disagreement";
import { Edtf } from "@readout/core/edtf";
import { Credibility, Origin, Paragraphs, Reliability, Stance } from "@readout/core/evidence";
import { ActorId, ItemId, SourceId } from "@readout/core/id";
import { LinkType, OwnerSide, Tag } from "@readout/core/item";
import { NewMilestone } from "@readout/core/milestone";
import { LineageAttribution, LineageBasis, LineageManner } from "@readout/core/origin";
import { Leaning } from "@readout/core/scenario";
import { SourceKind, SourceRole } from "@readout/core/source";
import { Status } from "@readout/core/status";
import { text } from "@readout/core/text";
import { z } from "zod";

/** The seven files of a data set, as its README lays them down. Dates are EDTF; ids of other files are checked apart. */
const head = { schema: z.literal("readout-dataset/1") };
const vocabularies = { vocabularies: z.record(z.string(), z.record(z.string(), z.unknown())) };
const id = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,118}[a-z0-9])?$/, "1 to 120 characters of a-z, 0-9 and hyphens");
const words = text(4000);
const name = text(300);
const keywords = z.array(text(80)).max(20).default([]);
const address = text(2000).refine((url) => /^https?:\/\/\S+$/.test(url), "begins with http:// or https://");

const passage = { source: SourceId, paragraphs: Paragraphs };

/** A public page, cited by what it says of itself. */
const page = {
  title: text(500),
  publisher: text(200),
  published: Edtf,
  url: address,
  origin: z.array(Origin).min(1).max(20).optional(),
};
const PageCitation = z.strictObject({ ...page, says: text(2000) });

const notes = {
  seed_file: z.string().optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits")
    .optional(),
  title_basis: words.optional(),
  named_expert: ActorId.optional(),
  published_basis: words.optional(),
  published_confidence: z.enum(["high", "medium", "low"]).optional(),
  events: z.array(Edtf).optional(),
  original_url: address.optional(),
  version_note: words.optional(),
  cited_by: z.array(SourceId).optional(),
};
export const noteNames = Object.keys(notes) as (keyof typeof notes)[];

const Source = z.strictObject({
  id: SourceId,
  role: SourceRole.exclude(["page"]),
  title: text(500),
  publisher: text(200),
  author: text(200).nullable(),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "a language tag such as en"),
  published: Edtf,
  kind: SourceKind,
  reliability: Reliability,
  reliability_reason: words,
  url: address.nullable(),
  paragraph_count: z.number().int().min(1).max(100_000).optional(),
  lineage: z
    .array(
      z.strictObject({
        paragraphs: Paragraphs,
        derived_from: SourceId,
        manner: LineageManner,
        attributed: LineageAttribution,
        basis: LineageBasis,
        note: text(2000).optional(),
      }),
    )
    .default([]),
  dropped_from_original: z.array(z.strictObject({ ...passage, note: text(2000).optional() })).default([]),
  ...notes,
});

const Statement = z.strictObject({
  id,
  origin: Origin,
  what: words,
  passages: z.array(z.strictObject(passage)).min(1),
});

const SourcesFile = z.strictObject({
  ...head,
  ...vocabularies,
  sources: z.array(Source),
  shared_origins: z.array(Statement),
});

const seenIn = z.array(z.strictObject({ ...passage, keywords })).default([]);
const also = z.array(name).default([]);

const Person = z.strictObject({
  id: ActorId,
  name,
  also,
  type: ActorType,
  office: name,
  organisation: ActorId.nullable().default(null),
  state: ActorId.nullable(),
  attested: Edtf,
  term_in_articles: words.optional(),
  outside: words.optional(),
  name_note: words.optional(),
  seen_in: seenIn,
});

const Body = z.strictObject({ id: ActorId, name, also, type: ActorType, state: ActorId.nullable().default(null) });

const ActorsFile = z.strictObject({
  ...head,
  ...vocabularies,
  people: z.array(Person),
  states: z.array(Body),
  organisations: z.array(Body),
  follow_up_only: z.array(Person),
});

const Item = z.strictObject({
  id: ItemId,
  title: name,
  main: z.boolean().default(false),
  question: text(1000),
  resolution_criteria: words,
  status_subject: name,
  parties: z.array(ActorId),
  owner_side: OwnerSide,
  // A year may stand there without quotes.
  tags: z.array(z.preprocess((tag) => (typeof tag === "number" ? String(tag) : tag), Tag)).max(40),
  opened: Edtf,
  links: z.array(z.strictObject({ type: LinkType, item: ItemId })),
  milestones: z.array(NewMilestone),
  why_open: text(2000),
});

const ItemsFile = z.strictObject({ ...head, ...vocabularies, items: z.array(Item) });

const entry = {
  id,
  item: ItemId,
  status: Status,
  kind: z.enum(["change", "reaffirmation"]),
  effective: Edtf,
  effective_basis: z.enum(["in-text", "resolved", "inferred", "outside"]).optional(),
  reported: Edtf,
  summary: words,
};
const weight = { stance: Stance, credibility: Credibility, says: text(2000) };

const StatusChange = z.strictObject({
  ...entry,
  evidence: z
    .array(z.strictObject({ ...passage, ...weight, origin: z.array(Origin).min(1).max(20).optional(), keywords }))
    .min(1),
});

const StatusChangesFile = z.strictObject({
  ...head,
  vocabulary: z.record(z.string(), z.record(z.string(), z.unknown())),
  status_changes: z.array(StatusChange),
});

const FollowUp = z.strictObject({
  ...entry,
  phase: z.enum(["background", "after"]),
  milestones: z.array(NewMilestone).default([]),
  evidence: z.array(z.strictObject({ ...page, ...weight })).min(1),
});

const FollowUpsFile = z.strictObject({ ...head, ...vocabularies, followups: z.array(FollowUp) });

const Conflict = z.strictObject({
  id,
  items: z.array(ItemId).min(1),
  type: DisagreementType,
  summary: words,
  sides: z
    .array(
      z.strictObject({
        claim: words,
        evidence: z.array(z.strictObject({ ...passage, says: text(2000), keywords })).min(1),
      }),
    )
    .min(1),
  outside: z.array(PageCitation).default([]),
  verdict: Verdict,
  assessment: words,
});

const ConflictsFile = z.strictObject({ ...head, ...vocabularies, conflicts: z.array(Conflict) });

const Scenario = z.strictObject({
  id,
  title: name,
  outcome: words,
  criteria: words,
  indicators: z.array(text(500)).min(1),
  views: z.array(
    z.strictObject({
      who: id,
      leaning: Leaning,
      says: text(2000),
      evidence: z.array(z.strictObject({ ...passage, keywords })).min(1),
    }),
  ),
});

const ScenarioSet = z.strictObject({
  item: ItemId,
  as_of: Edtf,
  deadline: Edtf,
  deadline_note: words.optional(),
  scenarios: z.array(Scenario).min(2, "a set has two outcomes or more"),
  resolution: z.strictObject({ scenario: id, date: Edtf, followups: z.array(id).min(1), note: words }).optional(),
});

const ScenariosFile = z.strictObject({
  ...head,
  ...vocabularies,
  scenario_sets: z.array(ScenarioSet),
  collective_speakers: z.array(z.strictObject({ id: ActorId, name, evidence: seenIn })),
});

/** The files by what they hold. */
export const shapes = {
  sources: SourcesFile,
  actors: ActorsFile,
  items: ItemsFile,
  status_changes: StatusChangesFile,
  followups: FollowUpsFile,
  conflicts: ConflictsFile,
  scenarios: ScenariosFile,
};
export type FileName = keyof typeof shapes;

/** A data set as its files state it. */
export type Dataset = { [F in FileName]: z.infer<(typeof shapes)[F]> };
export type DatasetEntry =
  | Dataset["status_changes"]["status_changes"][number]
  | Dataset["followups"]["followups"][number];
