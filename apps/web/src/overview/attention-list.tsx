import { formatDay } from "@readout/core/edtf-text";
import type { Overview } from "@readout/core/overview";
import { shortPublisher } from "@readout/core/publisher";
import { formatParagraphs } from "@readout/core/wording";
import { Fragment } from "react";
import { DecideLink } from "../ui/decide-link.tsx";
import { keepDates } from "../ui/format.ts";
import { Link } from "../ui/link.tsx";
import { NoData } from "../ui/no-data.tsx";
import { Section } from "../ui/section.tsx";
import { type AttentionLine, attentionLines } from "./attention.ts";

type AttentionProps = {
  overview: Overview;
  /** Whether whoever reads may say what became of a passed date. */
  mayDecide: boolean;
};

/** What a reader should look at first, and why. */
export function Attention({ overview, mayDecide }: AttentionProps) {
  const lines = attentionLines(overview);
  const due = overview.review.nextDueOn;
  return (
    <Section id="attention" title="Needs attention" beside={lines.length > 1 ? <Ordering /> : undefined}>
      {lines.length === 0 ? (
        <NoData>Nothing needs attention.{due !== null && ` The next review is due on ${formatDay(due)}.`}</NoData>
      ) : (
        <ol className="rows att">
          {lines.map((line) => (
            <Line key={line.key} line={line} mayDecide={mayDecide} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function Line({ line, mayDecide }: { line: AttentionLine; mayDecide: boolean }) {
  const { title, href, reasons, passages, more, toDecide } = line;
  return (
    <li>
      {href === null ? (
        <span className="row-title">{title}</span>
      ) : (
        <Link className="row-title" href={href}>
          <bdi>{title}</bdi>
        </Link>
      )}
      <p>
        {reasons.map((reason, i) => (
          <ReasonWords key={reason.strong} reason={reason} first={i === 0} last={i === reasons.length - 1} />
        ))}
      </p>
      <div className="src">
        {passages.map(({ sourceId, publisher, paragraphs }, i) => (
          <Fragment key={`${sourceId} ${paragraphs.join()}`}>
            {i > 0 && " and "}
            <Link
              className="nb"
              href={`/sources/${sourceId}${paragraphs[0] === undefined ? "" : `#p${paragraphs[0]}`}`}
            >
              {shortPublisher(publisher)} {formatParagraphs(paragraphs)}
            </Link>
          </Fragment>
        ))}
        {mayDecide && toDecide !== null && (
          <>
            <DecideLink milestone={toDecide} />{" "}
          </>
        )}
        {more !== null && <Link href={more.href}>{more.words}</Link>}
      </div>
    </li>
  );
}

/** Several reasons are one sentence, parted by semicolons. */
function ReasonWords({
  reason,
  first,
  last,
}: {
  reason: AttentionLine["reasons"][number];
  first: boolean;
  last: boolean;
}) {
  const strong = first ? reason.strong : reason.strong.charAt(0).toLowerCase() + reason.strong.slice(1);
  const whole = `${reason.strong}${reason.rest}`;
  return (
    <span data-reason={reason.kind}>
      {reason.strong !== "" && <b>{keepDates(strong)}</b>}
      {keepDates(reason.rest)}
      {last ? (/[.?]$/.test(whole) ? "" : ".") : "; "}
    </span>
  );
}

function Ordering() {
  return (
    <details className="ordering">
      <summary>
        most pressing first · <span className="u">how this is ordered</span>
      </summary>
      <p>
        Dates that have passed without a verdict come first, then dates within thirty days, what moved since your last
        visit, unsettled disagreements of sources, possible changes, single origins, and items nobody has looked at in
        time. A reason that holds for all open items stands first, one that holds for more than a third of them is one
        line.
      </p>
    </details>
  );
}
