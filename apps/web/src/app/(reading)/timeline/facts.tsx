import { counted } from "@readout/core/wording";
import type { Domain } from "../../../charts/axis.ts";
import { type TimelineFact, touches } from "../../../charts/status-lanes/series.ts";
import { NoData } from "../../../ui/no-data.tsx";

type FactsProps = { facts: readonly TimelineFact[]; domain: Domain; hrefOf: (path: string) => string };

/**
 * The lanes as text: closed on a screen, where it would be many times as long as they are; open on paper. Facts of other
 * days are there and hidden, so that a script which turns the days has them too.
 */
export function Facts({ facts, domain, hrefOf }: FactsProps) {
  const shown = facts.filter((fact) => touches(fact, domain)).length;
  return (
    <details data-facts="">
      <summary>
        <span data-facts-count="">{counted(shown, "fact")}</span> as text, by their last possible day
      </summary>
      {facts.length === 0 && <NoData>Nothing in these days.</NoData>}
      <ol className="rows dated">
        {facts.map((fact) => (
          <li
            key={`${fact.kind} ${fact.href} ${fact.date} ${fact.words} ${fact.title}`}
            hidden={!touches(fact, domain)}
            data-kind={fact.kind}
            data-day={fact.day ?? undefined}
            data-first={fact.first ?? undefined}
            data-last={fact.last}
          >
            <span className="nb dim">{fact.date}</span>
            <div>
              <a className="row-title" href={hrefOf(fact.href)}>
                <bdi>{fact.title}</bdi>
              </a>{" "}
              <span className="dim">{fact.words}</span>
            </div>
          </li>
        ))}
      </ol>
    </details>
  );
}
