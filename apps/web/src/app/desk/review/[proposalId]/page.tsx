import { formatDay } from "@readout/core/edtf-text";
import type { Proposal } from "@readout/core/proposal";
import { isAtLeast } from "@readout/core/role";
import { dayOfInstant, type Instant } from "@readout/core/time";
import { factsOf } from "@readout/core/visible";
import type { Metadata } from "next";
import { recordDomain } from "../../../../charts/axis.ts";
import { deskPage, requireMe } from "../../../../desk/desk-page.tsx";
import { loadNames } from "../../../../desk/load-names.ts";
import { EvidenceList, Origins } from "../../../../items/evidence-list.tsx";
import { aheadWarning } from "../../../../recording/ahead.ts";
import { previewOf } from "../../../../recording/preview/preview.ts";
import { BeforeAndAfter } from "../../../../review/before-and-after.tsx";
import { CameIn } from "../../../../review/came-in.tsx";
import { Decision, TakeBack } from "../../../../review/decision.tsx";
import { ProposedContent } from "../../../../review/proposed-content.tsx";
import { proposedEvidence } from "../../../../review/proposed-evidence.ts";
import { proposalWords, waitedFor } from "../../../../review/words.ts";
import { titleOrMissing } from "../../../../shell/or-missing.tsx";
import { api, now as serverNow } from "../../../../trpc/server.ts";
import { Dated } from "../../../../ui/dated.tsx";
import { Outcome } from "../../../../ui/outcome.tsx";
import { Section } from "../../../../ui/section.tsx";
import { loadCited, loadSources } from "./load.ts";

type ProposalPageProps = {
  params: Promise<{ proposalId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const loadProposal = async ({ params }: ProposalPageProps) =>
  api.proposals.get({ id: (await params).proposalId as Proposal["id"] });

export const generateMetadata = titleOrMissing(async (): Promise<Metadata> => ({ title: "A proposal" }));

export default deskPage("analyst", async (props: ProposalPageProps) => {
  const [me, proposal, names] = await Promise.all([requireMe(), loadProposal(props), loadNames()]);
  const { command, itemId, itemTitle, author, proposedAt, state } = proposal;
  const [item, { entries: ledger }, sources] = await Promise.all([
    api.items.get({ id: itemId }),
    api.items.entries({ id: itemId }),
    loadSources(command),
  ]);
  const now = serverNow() as Instant;
  const waits = state === "waiting";
  const tried = { item, ledger, command: unquoted(command), sources, today: dayOfInstant(now) };
  const preview = waits ? previewOf(tried) : null;
  const became = ledger.find(({ seq }) => seq === proposal.entrySeq) ?? null;
  const evidence = proposedEvidence(command, became, sources);
  const warning = "effective" in command ? aheadWarning(command, dayOfInstant(proposal.decidedAt ?? now)) : null;
  const cited = await loadCited(sources, evidence);
  const { head, text } = proposalWords(command);
  const named = "corrects" in command ? command.corrects : "retracts" in command ? command.retracts : null;
  const noEvidence = "noEvidence" in command ? (command.noEvidence ?? null) : null;
  return (
    <>
      <p className="crumb">
        <a href="/desk/review">Review queue</a> / <a href={`/items/${itemId}`}>{itemTitle}</a>
      </p>
      <h1 className="lead">
        <b>{head}</b>: {text}
      </h1>
      <p className="dim">
        Proposed by <bdi>{author === me.id ? "you" : (names.get(author) ?? author)}</bdi> on{" "}
        {formatDay(dayOfInstant(proposedAt))}
        {waits && <>, waiting for {waitedFor(proposedAt, now)}</>}.
      </p>
      <Became proposal={proposal} names={names} isNew={(await props.searchParams).decided !== undefined} />
      {waits && <CameIn entries={ledger.filter(({ seq }) => seq > command.expectedHead)} />}
      {preview !== null && (
        <Section id="read" title="What the public reads">
          <BeforeAndAfter
            before={preview.before}
            after={preview.after}
            domain={recordDomain(firstDay(preview), tried.today)}
          />
          {preview.after !== null && !preview.movesToday && <p className="dim">Today’s reading stays as it is.</p>}
          {preview.faults.length > 0 && (
            <div className="failed">
              <p>As the ledger stands, this could not be recorded.</p>
              <ul>
                {preview.faults.map(({ path, message }) => (
                  <li key={`${path} ${message}`}>
                    {path}: {message}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </Section>
      )}
      <Section id="says" title="What it says">
        {warning !== null && (
          <p className="warning">
            <Dated text={warning} />
          </p>
        )}
        <ProposedContent
          command={command}
          subject={item.statusSubject}
          named={named === null ? null : (factsOf(ledger).find(({ seq }) => seq === named) ?? null)}
          evidence={
            evidence.length === 0 && noEvidence === null ? null : (
              <>
                <EvidenceList evidence={evidence} cited={cited} />
                <Origins evidence={evidence} noEvidence={noEvidence} cited={cited} whole />
              </>
            )
          }
        />
      </Section>
      {waits && author === me.id && <TakeBack id={proposal.id} />}
      {waits && author !== me.id && isAtLeast(me.role, "editor") && (
        <Decision proposal={proposal} blocked={preview !== null && preview.faults.length > 0} />
      )}
      {waits && author !== me.id && !isAtLeast(me.role, "editor") && <p className="dim">An editor decides on it.</p>}
    </>
  );
});

type BecameProps = {
  proposal: Proposal;
  names: ReadonlyMap<string, string>;
  /** Whether whoever looks has just decided; it takes the focus then. */
  isNew: boolean;
};

/** What became of it, and the way back to what else waits. */
function Became({ proposal, names, isNew }: BecameProps) {
  if (proposal.state === "waiting") return null;
  const words = (
    <p>
      <BecameWords proposal={proposal} names={names} /> {isNew && <a href="/desk/review">Back to the queue</a>}
    </p>
  );
  return isNew ? <Outcome failed={false}>{words}</Outcome> : words;
}

function BecameWords({ proposal, names }: Omit<BecameProps, "isNew">) {
  const { state, decidedBy, decidedAt, reason, entrySeq, itemId } = proposal;
  if (state === "waiting" || decidedAt === null) return null;
  const day = formatDay(dayOfInstant(decidedAt));
  const by = <bdi>{decidedBy === null ? "somebody" : (names.get(decidedBy) ?? decidedBy)}</bdi>;
  switch (state) {
    case "approved":
      return (
        <b>
          Approved by {by} on {day}, as <a href={`/items/${itemId}#entry-${entrySeq}`}>entry {entrySeq}</a>.
        </b>
      );
    case "refused":
      return (
        <b>
          Declined by {by} on {day}: {reason}
        </b>
      );
    case "withdrawn":
      return <b>Taken back on {day}.</b>;
  }
}

/** The days on which the strips begin. */
const firstDay = ({ before, after }: NonNullable<ReturnType<typeof previewOf>>) =>
  [before.series, after?.series ?? before.series]
    .flatMap((series) =>
      series.kind === "none" ? [] : series.stretches.map(({ from, fromPossible }) => fromPossible ?? from),
    )
    .sort()[0] ?? null;

/** A quotation was held against the text when it was proposed; the text itself is not loaded for a preview. */
function unquoted(command: Proposal["command"]): Proposal["command"] {
  if (!("evidence" in command) || command.evidence === undefined) return command;
  return { ...command, evidence: command.evidence.map(({ quote: _, ...cited }) => cited) };
}
