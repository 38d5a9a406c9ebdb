import type { Proposal } from "@readout/core/proposal";
import type { Instant } from "@readout/core/time";
import { Glyph } from "../ui/glyph.tsx";
import "./review.css";
import { proposalWords, stateWords, waitedFor } from "./words.ts";

type ProposalListProps = {
  proposals: readonly Proposal[];
  names: ReadonlyMap<string, string>;
  now: Instant;
  /** Whether these are one's own. */
  own?: boolean;
};

/** Proposals, one a row: how long, of which item, the sentence it would make, who says so. */
export function ProposalList({ proposals, names, now, own = false }: ProposalListProps) {
  return (
    <ol className="rows waits">
      {proposals.map((proposal) => (
        <ProposalRow key={proposal.id} proposal={proposal} names={names} now={now} own={own} />
      ))}
    </ol>
  );
}

function ProposalRow({ proposal, names, now, own }: { proposal: Proposal } & Omit<ProposalListProps, "proposals">) {
  const { id, itemTitle, command, author, proposedAt, state, head, reason } = proposal;
  const { status, head: sentence, text } = proposalWords(command);
  const decided = state !== "waiting";
  const name = (user: string | null) => (user === null ? "somebody" : (names.get(user) ?? user));
  return (
    <li>
      <span className="how-long">{decided ? <b>{stateWords[state]}</b> : waitedFor(proposedAt, now)}</span>
      <div>
        <a className="row-title" href={`/desk/review/${id}`}>
          {itemTitle}
        </a>
        <p className="would-be">
          {status !== null && <Glyph status={status} />}
          <b>{sentence}</b>: <span className="serif">{text}</span>
        </p>
        <p className="small">
          {decided ? (
            <>
              {proposal.decidedBy !== author && (
                <>
                  by <bdi>{name(proposal.decidedBy)}</bdi>
                </>
              )}
              {reason !== null && <>: {reason}</>}
              {proposal.entrySeq !== null && <> as entry {proposal.entrySeq}</>}
            </>
          ) : (
            <>
              {own ? (
                "somebody else decides"
              ) : (
                <>
                  proposed by <bdi>{name(author)}</bdi>
                </>
              )}
              {head > command.expectedHead && <b> · the ledger has moved since</b>}
            </>
          )}
        </p>
      </div>
      <p className="acts">
        <a className="same" href={`/desk/review/${id}`}>
          open<span className="vh"> the proposal on {itemTitle}</span>
        </a>
      </p>
    </li>
  );
}
