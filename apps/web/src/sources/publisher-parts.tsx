import type { PublisherDetail } from "@readout/core/publisher";
import { counted } from "@readout/core/wording";
import { Fragment } from "react";
import { Citation } from "../ui/citation.tsx";
import { Link } from "../ui/link.tsx";
import { reliabilityText } from "./words.ts";
import "./source.css";

/** How its sources are rated, and under which names they came. */
export function PublisherFacts({ publisher }: { publisher: PublisherDetail }) {
  const { ratings, names, name } = publisher;
  const others = names.filter((other) => other !== name);
  return (
    <dl className="publisher-facts">
      {ratings.length > 0 && (
        <div>
          <dt>Rated</dt>
          <dd>
            {ratings.map(({ reliability, sources }) => (
              <span key={reliability} className="nb">
                <b>{reliabilityText(reliability)}</b> {counted(sources, "source")}
              </span>
            ))}
          </dd>
        </div>
      )}
      {others.length > 0 && (
        <div>
          <dt>Also given as</dt>
          <dd>{others.join("; ")}</dd>
        </div>
      )}
    </dl>
  );
}

/** Publishers by how many entries they handed something on for. */
export function CarrierList({ carriers }: { carriers: PublisherDetail["carriedBy"] }) {
  return (
    <ul className="rows">
      {carriers.map(({ key, name, entries }) => (
        <li key={key}>
          <Link href={`/publishers/${key}`}>
            <bdi>{name}</bdi>
          </Link>{" "}
          <span className="dim">in {counted(entries, "entry", "entries")}</span>
        </li>
      ))}
    </ul>
  );
}

/** What it said first and several sources carry. */
export function FirstSaid({ statements }: Pick<PublisherDetail, "statements">) {
  return (
    <ul className="statements">
      {statements.map(({ id, what, passages }) => (
        <li key={id}>
          <p className="says">{what}</p>
          <p className="carried">
            carried by{" "}
            {passages.map((passage, i) => (
              <Fragment key={`${passage.sourceId} ${passage.paragraphs.join()}`}>
                {i > 0 && ", "}
                <Citation {...passage} />
              </Fragment>
            ))}
          </p>
        </li>
      ))}
    </ul>
  );
}
