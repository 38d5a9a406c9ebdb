import type { z } from "zod";
import { boundsOf } from "./edtf.ts";
import {
  type CorrectionEntry,
  type Entry,
  isNamedEntry,
  type NamedEntry,
  type RecordCorrection,
  type RecordEntry,
} from "./entry.ts";
import { invalidField, ReadoutError } from "./error.ts";
import type { Evidence, NewEvidence } from "./evidence.ts";
import { hashOf, type Sha256 } from "./hash.ts";
import { type CitedSource, originsOf } from "./origin.ts";
import { quoteFault } from "./quote.ts";
import { orderedFacts, statusOn, supportingOrigins } from "./reading.ts";
import { isEnding, type Status } from "./status.ts";
import { type Day, dayOfInstant, type Instant } from "./time.ts";
import { factsOf } from "./visible.ts";

/** What a decision needs from the world outside the ledger. */
export type DecisionContext = {
  /** The database's clock, asked for once the item's row is locked. */
  recorded: Instant;
  author: string;
  approver: string | null;
  /** The sources that the command cites, with the lineage reachable from them. */
  sources: ReadonlyMap<string, CitedSource>;
  sha256: Sha256;
  /** The data set is entered as it stands: its ratings are kept, its summary stands for a missing reason. */
  dataset?: { ref: string; background: boolean; effectiveBasis: string | null };
};

/**
 * Decides what entry a command becomes at the end of a ledger.
 *
 * @param ledger all entries of the item, in order of `seq`
 * @returns the entry with its place, links and hash; nothing is written
 * @throws conflict, invalid_input, reason_required, evidence_required
 */
export function decideEntry(ledger: readonly Entry[], command: RecordEntry, context: DecisionContext): Entry {
  const last = ledger.at(-1);
  const head = last?.seq ?? 0;
  if (command.expectedHead !== head) throw conflict(ledger, command.expectedHead);

  // The clock may be set back; the order of the ledger may not.
  const recorded = last !== undefined && last.recorded > context.recorded ? last.recorded : context.recorded;
  const common = {
    itemId: command.itemId,
    seq: head + 1,
    ref: context.dataset?.ref ?? null,
    recorded,
    author: context.author,
    approver: context.approver,
    v: 1 as const,
    previousHash: last?.hash ?? null,
  };
  return seal({ ...common, ...contentOf(ledger, command, { ...context, recorded }) } as Unsealed, context.sha256);
}

type Unsealed = Entry extends infer E ? (E extends Entry ? Omit<E, "hash"> : never) : never;

const seal = (entry: Unsealed, sha256: Sha256): Entry => {
  const whole = { ...entry, hash: "" } as Entry;
  return { ...whole, hash: hashOf(whole, sha256) };
};

function conflict(ledger: readonly Entry[], expectedHead: number): ReadoutError {
  const head = ledger.at(-1)?.seq ?? 0;
  const entriesSince = ledger.filter((entry) => entry.seq > expectedHead);
  return new ReadoutError(
    "conflict",
    `The ledger stands at entry ${head}, not at ${expectedHead}`,
    { head, entriesSince },
    "Read the entries that came in between and decide again on the new head.",
  );
}

const unmarked = { correctedBy: null, retractedBy: null };

function contentOf(ledger: readonly Entry[], command: RecordEntry, context: DecisionContext) {
  switch (command.kind) {
    case "change":
    case "reaffirmation": {
      const content = statusContent(command, context);
      let reason = command.reason ?? null;
      if (command.kind === "change" && isReopening(ledger, content.status, content.effective)) {
        if (reason === null && context.dataset !== undefined) reason = content.summary;
        if (reason === null)
          throw new ReadoutError("reason_required", "reason: the item had ended by then; say why it is open again", {
            fields: [{ path: "reason", message: "a reopening needs a reason" }],
          });
      }
      const { background = false, effectiveBasis = null } = context.dataset ?? {};
      return { kind: command.kind, ...content, reason, background, effectiveBasis, ...unmarked };
    }
    case "review":
      return { kind: command.kind, ...reviewContent(command.lookedOn, command.note, context), ...unmarked };
    case "retraction":
      namedEntry(ledger, command.retracts, "retracts");
      return { kind: command.kind, retracts: command.retracts, reason: command.reason };
    case "correction":
      return correctionContent(namedEntry(ledger, command.corrects, "corrects"), command, context);
  }
}

/** The entry that a correction or retraction may name; a retraction is final. */
function namedEntry(ledger: readonly Entry[], seq: number, path: string): NamedEntry {
  const entry = ledger.find((candidate) => candidate.seq === seq);
  if (entry === undefined) throw invalidField(path, `this ledger has no entry ${seq}`);
  if (!isNamedEntry(entry)) throw invalidField(path, `entry ${seq} is a ${entry.kind}, which stays as it is`);
  if (ledger.some((other) => other.kind === "retraction" && other.retracts === seq))
    throw invalidField(path, `entry ${seq} has been retracted, and a retraction is final`);
  return entry;
}

type StatusCommand = {
  status: Status;
  effective: string;
  reported: string;
  summary: string;
  evidence: readonly NewEvidence[];
  noEvidence?: string | undefined;
  answer?: "yes" | "no" | "partly" | undefined;
};

function statusContent(command: StatusCommand, context: DecisionContext) {
  checkReported(command.reported, dayOfInstant(context.recorded));
  if (command.answer !== undefined && !isEnding(command.status))
    throw invalidField("answer", `only a status that ends the item answers its question; ${command.status} does not`);
  if (command.evidence.length > 0 && command.noEvidence !== undefined)
    throw invalidField("noEvidence", "an entry has evidence or a reason for having none, never both");
  if (command.evidence.length === 0 && command.noEvidence === undefined)
    throw new ReadoutError("evidence_required", "evidence: cite a passage, or say in noEvidence why there is none", {
      fields: [{ path: "evidence", message: "at least one, or a noEvidence reason" }],
    });
  const evidence = command.evidence.map((cited, i) => settle(cited, i, context.sources));
  if (context.dataset === undefined) checkConfirmation(evidence);
  return {
    status: command.status,
    effective: command.effective,
    reported: command.reported,
    summary: command.summary,
    evidence,
    noEvidence: command.noEvidence ?? null,
    answer: command.answer ?? null,
  };
}

function checkReported(reported: string, recordedOn: Day): void {
  const { earliest, latest } = boundsOf(reported);
  if (latest === null) throw invalidField("reported", "a reported date has an end");
  if (earliest !== null && earliest > recordedOn)
    throw invalidField("reported", `begins after the day of recording, ${recordedOn}`);
}

function settle(cited: NewEvidence, i: number, sources: ReadonlyMap<string, CitedSource>): Evidence {
  const source = sources.get(cited.sourceId);
  if (source === undefined) throw invalidField(`evidence.${i}.sourceId`, `no source ${cited.sourceId}`);
  checkParagraphs(cited.paragraphs, source, `evidence.${i}.paragraphs`);
  const paragraphs = [...cited.paragraphs].sort((a, b) => a - b);
  const { quote } = cited;
  const unquoted = quote === undefined ? null : quoteFault(quote, paragraphs, source.text);
  if (unquoted !== null) throw invalidField(`evidence.${i}.quote.${unquoted.path}`, unquoted.message);
  return {
    sourceId: cited.sourceId,
    paragraphs,
    stance: cited.stance,
    credibility: cited.credibility,
    says: cited.says,
    origins: [...new Set(cited.origins ?? originsOf(cited.sourceId, paragraphs, sources))],
    keywords: cited.keywords ?? [],
    // Left out and not null: entries without a quotation keep the hash that they had before there were any.
    ...(quote === undefined ? {} : { quote }),
  };
}

/** Refuses paragraphs that a source does not have; a numbered source needs at least one, another takes none. */
export function checkParagraphs(paragraphs: readonly number[], source: CitedSource, path: string): void {
  const { paragraphCount } = source;
  if (paragraphCount === null) {
    if (paragraphs.length > 0) throw invalidField(path, "the paragraphs of this source are not numbered here");
    return;
  }
  if (paragraphs.length === 0) throw invalidField(path, `name at least one paragraph, of 1 to ${paragraphCount}`);
  const beyond = paragraphs.find((number) => number > paragraphCount);
  if (beyond !== undefined)
    throw invalidField(path, `there is no paragraph ${beyond}; the source has 1 to ${paragraphCount}`);
}

function checkConfirmation(evidence: readonly Evidence[]): void {
  const confirmed = evidence.findIndex((cited) => cited.credibility === 1);
  if (confirmed < 0) return;
  const origins = supportingOrigins([{ evidence }]);
  if (origins.size >= 2) return;
  const path = `evidence.${confirmed}.credibility`;
  throw new ReadoutError(
    "evidence_required",
    `${path}: "confirmed by other sources" needs two origins among the supporting evidence; here ${origins.size === 0 ? "there is none" : `there is one, ${[...origins][0]}`}`,
    { fields: [{ path, message: "1 needs two origins" }], origins: [...origins] },
  );
}

function reviewContent(lookedOn: Day, note: string, context: DecisionContext) {
  if (lookedOn > dayOfInstant(context.recorded)) throw invalidField("lookedOn", "is a day to come");
  return { lookedOn, note };
}

/** Whether the item had ended by the time this status became certain, over all entries then in the ledger. */
function isReopening(ledger: readonly Entry[], status: Status, effective: string): boolean {
  const { latest } = boundsOf(effective);
  if (isEnding(status) || latest === null) return false;
  const before = statusOn(orderedFacts(factsOf(ledger)), latest).status;
  return before !== null && isEnding(before);
}

const statusPaths = ["status", "effective", "reported", "summary", "evidence", "noEvidence", "answer"] as const;
const reviewPaths = ["lookedOn", "note"] as const;

/** A correction keeps the kind: it needs what that kind needs and refuses what that kind does not have. */
function correctionContent(
  named: NamedEntry,
  command: z.infer<typeof RecordCorrection>,
  context: DecisionContext,
): Omit<
  CorrectionEntry,
  "itemId" | "seq" | "ref" | "recorded" | "author" | "approver" | "v" | "previousHash" | "hash"
> {
  const own = { kind: command.kind, corrects: command.corrects, reason: command.reason };
  const foreign = (named.kind === "review" ? statusPaths : reviewPaths).find((path) => command[path] !== undefined);
  if (foreign !== undefined)
    throw invalidField(foreign, `entry ${named.seq} is a ${named.kind}, which has no such field`);
  const needed = <K extends "status" | "effective" | "reported" | "summary" | "lookedOn" | "note">(path: K) => {
    const value = command[path];
    if (value === undefined) throw invalidField(path, "a correction carries the full new content");
    return value as NonNullable<typeof value>;
  };
  if (named.kind === "review")
    return {
      ...own,
      ...reviewContent(needed("lookedOn"), needed("note"), context),
      ...{ status: null, effective: null, reported: null, summary: null, evidence: [], noEvidence: null, answer: null },
    };
  const { noEvidence, answer, evidence = [] } = command;
  const content = statusContent(
    {
      status: needed("status"),
      effective: needed("effective"),
      reported: needed("reported"),
      summary: needed("summary"),
      evidence,
      noEvidence,
      answer,
    },
    context,
  ) as Pick<CorrectionEntry, "status" | "effective" | "reported" | "summary" | "evidence" | "noEvidence" | "answer">;
  return { ...own, ...content, lookedOn: null, note: null };
}
