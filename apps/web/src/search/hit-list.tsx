import type { SearchHit } from "@readout/core/search";
import { formatParagraphs } from "@readout/core/wording";
import type { ReactNode } from "react";
import { Link } from "../ui/link.tsx";
import { ShortDate } from "../ui/short-date.tsx";
import { Status, StatusInline } from "../ui/status.tsx";
import { MarkedText } from "./marked-text.tsx";

/** What was found, best first: a day, a sentence that leads to it, and what it belongs to. */
export const HitList = ({ hits }: { hits: readonly SearchHit[] }) => (
  <ol className="rows dated hits">
    {hits.map((hit) => (
      <Hit key={keyOf(hit)} hit={hit} />
    ))}
  </ol>
);

const keyOf = (hit: SearchHit): string =>
  "id" in hit
    ? `${hit.kind} ${hit.id}`
    : JSON.stringify([hit.kind, hit.itemId, hit.seq, "sourceId" in hit && hit.sourceId, hit.text]);

function Hit({ hit }: { hit: SearchHit }) {
  switch (hit.kind) {
    case "item":
      return (
        <Row on={hit.since}>
          <Link className="row-title" href={`/items/${hit.id}`}>
            <MarkedText pieces={hit.title} />
          </Link>
          <p className="said">
            <MarkedText pieces={hit.text} />
          </p>
          <p className="of">
            Item · <Status reading={{ status: hit.status, alternatives: [] }} subject={hit.statusSubject} />
          </p>
        </Row>
      );
    case "actor":
      return (
        <Row on={null}>
          <Link className="row-title" href={`/actors/${hit.id}`}>
            <MarkedText pieces={hit.title} />
          </Link>
          <p className="of">Actor · {hit.type.replaceAll("-", " ")}</p>
        </Row>
      );
    case "source":
      return (
        <Row on={hit.published}>
          <Link className="row-title" href={`/sources/${hit.id}`}>
            <MarkedText pieces={hit.title} />
          </Link>
          <p className="of">
            Source · <MarkedText pieces={hit.publisher} />
          </p>
        </Row>
      );
    case "entry":
      return (
        <Row on={hit.on}>
          <Link className="said" href={`/items/${hit.itemId}#entry-${hit.seq}`}>
            <MarkedText pieces={hit.text} />
          </Link>
          <p className="of">
            Entry {hit.seq} of <Link href={`/items/${hit.itemId}`}>{hit.itemTitle}</Link> ·{" "}
            {hit.status === null ? "reviewed, nothing new" : <StatusInline status={hit.status} />}
          </p>
        </Row>
      );
    default:
      return (
        <Row on={hit.published}>
          <Link className="said" href={`/items/${hit.itemId}#entry-${hit.seq}`}>
            <MarkedText pieces={hit.text} />
          </Link>
          <p className="of">
            {hit.keywords.some((piece) => piece.hit) && (
              <>
                Words there: <MarkedText pieces={hit.keywords} /> ·{" "}
              </>
            )}
            Evidence {stances[hit.stance]} entry {hit.seq} of <Link href={`/items/${hit.itemId}`}>{hit.itemTitle}</Link>{" "}
            ·{" "}
            <Link href={`/sources/${hit.sourceId}`}>
              {[hit.publisher, formatParagraphs(hit.paragraphs)].filter((part) => part !== "").join(" ")}
            </Link>
          </p>
        </Row>
      );
  }
}

const stances = { supports: "for", contradicts: "against", context: "beside" } as const;

const Row = ({ on, children }: { on: string | null; children: ReactNode }) => (
  <li>
    {on === null ? <span /> : <ShortDate edtf={on} className="dim small" />}
    <div>{children}</div>
  </li>
);
