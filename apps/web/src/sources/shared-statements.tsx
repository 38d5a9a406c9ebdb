import type { SourceDetail } from "@readout/core/source";
import { Fragment } from "react";
import { Citation } from "../ui/citation.tsx";
import { counted } from "../ui/format.ts";
import { Link } from "../ui/link.tsx";
import { shortPublisher } from "../ui/publisher.ts";

/** Utterances that this source shares with others: each stands once, with all who carry it, and counts once. */
export function SharedStatements({ source }: { source: SourceDetail }) {
  return (
    <ul className="statements">
      {source.statements.map((statement) => {
        const outlets = new Set(statement.passages.map(({ sourceId }) => sourceId)).size;
        return (
          <li key={statement.id}>
            <p className="says">{statement.what}</p>
            <p className="carried">
              <b>1 origin, {counted(outlets, "outlet")}</b>: <OriginName source={source} origin={statement.origin} />,
              carried by{" "}
              {statement.passages.map((passage, i) => (
                <Fragment key={`${passage.sourceId} ${passage.paragraphs.join()}`}>
                  {i > 0 && ", "}
                  <Citation {...passage} />
                </Fragment>
              ))}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/** An origin is a source's id or a publisher's name; only the first has a page. */
function OriginName({ source, origin }: { source: SourceDetail; origin: string }) {
  if (origin === source.id) return <>this source</>;
  const known =
    source.lineage.find((row) => row.derivedFrom === origin)?.derivedFromTitle ??
    source.statements.flatMap(({ passages }) => passages).find(({ sourceId }) => sourceId === origin)?.publisher;
  return known === undefined ? <>{origin}</> : <Link href={`/sources/${origin}`}>{shortPublisher(known)}</Link>;
}
