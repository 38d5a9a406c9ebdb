import type { SourceDetail } from "@readout/core/source";
import { counted } from "@readout/core/wording";
import { Fragment } from "react";
import { Citation } from "../ui/citation.tsx";
import { Link } from "../ui/link.tsx";
import { plainTitle } from "../ui/plain-title.ts";

type SharedStatementsProps = {
  source: SourceDetail;
  /** Titles of origins that are sources, by id; an origin that is a publisher's name has none. */
  titles: ReadonlyMap<string, string>;
};

/** Utterances that this source shares with others: each stands once, with all who carry it, and counts once. */
export function SharedStatements({ source, titles }: SharedStatementsProps) {
  return (
    <ul className="statements">
      {source.statements.map((statement) => {
        const outlets = new Set(statement.passages.map(({ sourceId }) => sourceId)).size;
        return (
          <li key={statement.id}>
            <p className="says">{statement.what}</p>
            <p className="carried">
              <b>1 origin, {counted(outlets, "outlet")}</b>:{" "}
              <OriginName origin={statement.origin} self={source.id} title={titles.get(statement.origin)} />; carried by{" "}
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

function OriginName({ origin, self, title }: { origin: string; self: string; title: string | undefined }) {
  if (origin === self) return "this source";
  return title === undefined ? origin : <Link href={`/sources/${origin}`}>{plainTitle(title)}</Link>;
}
