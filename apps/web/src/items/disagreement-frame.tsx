import type { Disagreement } from "@readout/core/disagreement";
import { disagreementHead, verdictWords } from "@readout/core/disagreement-words";
import { formatShort } from "@readout/core/edtf-text";
import { sentenceCase } from "@readout/core/wording";
import { Link } from "../ui/link.tsx";
import type { Cited } from "./cited.ts";
import styles from "./disagreement-frame.module.css";
import { PassageLink } from "./evidence-list.tsx";

type DisagreementFrameProps = { disagreement: Disagreement; cited: Cited; open: boolean };

/** What sources claim against each other, side by side: the one thing on a page with a frame about it. */
export function DisagreementFrame({ disagreement, cited, open }: DisagreementFrameProps) {
  const { sides, outside, verdict, assessment } = disagreement;
  return (
    <details className={styles.frame} id={disagreement.id} open={open}>
      <summary>
        {disagreementHead(disagreement)}
        <span className={styles.summary}>{disagreement.summary}</span>
      </summary>
      <div className={styles.sides} data-sides={Math.min(sides.length, 4)}>
        {sides.map(({ claim, citations }) => (
          <div key={claim}>
            <p className={styles.claim}>{sentenceCase(claim)}</p>
            {citations.map(({ sourceId, paragraphs, says }) => (
              <p key={`${sourceId} ${paragraphs.join()}`} className={styles.citation}>
                <PassageLink sourceId={sourceId} paragraphs={paragraphs} cited={cited} />
                {": "}
                <span className="serif">{says}</span>
              </p>
            ))}
          </div>
        ))}
      </div>
      {outside.length > 0 && (
        <div className={styles.outside}>
          <h3>Found elsewhere</h3>
          <ul>
            {outside.map(({ sourceId, publisher, published, says, title }) => (
              <li key={`${sourceId} ${says}`}>
                <span className="serif">{says}</span>{" "}
                <Link href={`/sources/${sourceId}`} title={title}>
                  {publisher}
                </Link>
                <span className="nb">, {formatShort(published)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className={styles.verdict}>
        <b>{verdict === null ? "No verdict yet." : verdictWords[verdict]}</b> {assessment}
      </p>
    </details>
  );
}
