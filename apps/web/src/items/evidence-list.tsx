import { formatShort } from "@readout/core/edtf-text";
import type { Evidence } from "@readout/core/evidence";
import { originsWords, publisherName } from "@readout/core/origin-words";
import { formatParagraphs } from "@readout/core/wording";
import { EvidenceSign } from "../ui/evidence-sign.tsx";
import { Link } from "../ui/link.tsx";
import { Quotation } from "../ui/quotation.tsx";
import { Rating } from "../ui/rating.tsx";
import type { Cited } from "./cited.ts";
import styles from "./ledger.module.css";

/** `evidence` as far as the page shows it. */
type EvidenceListProps = { evidence: readonly Evidence[]; cited: Cited };

/** What an entry rests on. What speaks against it stands beside what supports it, at the same height. */
export function EvidenceList({ evidence, cited }: EvidenceListProps) {
  if (evidence.length === 0) return null;
  const against = evidence.filter(({ stance }) => stance === "contradicts");
  const others = evidence.filter(({ stance }) => stance !== "contradicts");
  const supported = others.some(({ stance }) => stance === "supports");
  if (against.length === 0 || !supported) return <Passages passages={evidence} cited={cited} />;
  return (
    <div className={styles.bothSides}>
      <div>
        <h3>Supports it</h3>
        <Passages passages={others} cited={cited} />
      </div>
      <div>
        <h3>Speaks against it</h3>
        <Passages passages={against} cited={cited} />
      </div>
    </div>
  );
}

type OriginsProps = EvidenceListProps & {
  noEvidence: string | null;
  /** Whether `evidence` is all there is; what is lacking is said of the whole alone. */
  whole: boolean;
};

/** How many first said it and who, as far as shown, or why there is no evidence at all. */
export function Origins({ evidence, noEvidence, cited, whole }: OriginsProps) {
  const origins = originsWords(evidence, cited);
  if (origins === null && !whole) return null;
  if (evidence.length === 0) return <span>No evidence{noEvidence === null ? "." : `: ${noEvidence}`}</span>;
  if (origins === null) return <span>nothing cited supports it</span>;
  return origins.single ? <b>{origins.words}</b> : <span>{origins.words}</span>;
}

function Passages({ passages, cited }: { passages: readonly Evidence[]; cited: Cited }) {
  return (
    <ul className={styles.evidence}>
      {passages.map((passage) => {
        const source = cited.sources.get(passage.sourceId);
        return (
          <li key={`${passage.sourceId} ${passage.paragraphs.join()} ${passage.says} ${passage.quote?.exact}`}>
            <EvidenceSign stance={passage.stance} />
            <div>
              <span className={styles.paraphrase}>{passage.says}</span>{" "}
              {passage.quote !== undefined && (
                <>
                  <Quotation quote={passage.quote} lang={source?.language} />{" "}
                </>
              )}
              <PassageLink sourceId={passage.sourceId} paragraphs={passage.paragraphs} cited={cited} />
              {source && <span className="nb">, {formatShort(source.published)}</span>}
            </div>
            {source && <Rating reliability={source.reliability} credibility={passage.credibility} />}
          </li>
        );
      })}
    </ul>
  );
}

type PassageLinkProps = { sourceId: string; paragraphs: readonly number[]; cited: Cited };

/** A source and its paragraphs by name; a link once the source had appeared on the day shown. */
export function PassageLink({ sourceId, paragraphs, cited }: PassageLinkProps) {
  const source = cited.sources.get(sourceId);
  const name = (
    <>
      <bdi>{source === undefined ? sourceId : publisherName(source.publisher)}</bdi>
      {paragraphs.length > 0 && (
        <>
          {" "}
          <span className="nb">{formatParagraphs(paragraphs)}</span>
        </>
      )}
    </>
  );
  if (source !== undefined && !source.open) return <span>{name}</span>;
  const anchor = paragraphs.length === 0 ? "" : `#p${Math.min(...paragraphs)}`;
  return (
    <Link href={`/sources/${sourceId}${anchor}`} title={source?.title}>
      {name}
    </Link>
  );
}
