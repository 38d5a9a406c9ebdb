import type { SourceDetail } from "@readout/core/source";
import { formatParagraphs } from "@readout/core/wording";
import { EvidenceSign } from "../ui/evidence-sign.tsx";
import { Link } from "../ui/link.tsx";
import { Quotation } from "../ui/quotation.tsx";
import { Rating } from "../ui/rating.tsx";
import { byItem } from "./words.ts";

/**
 * What a source says of each item, in our words, with the paragraphs it says it in.
 *
 * The first citation of a paragraph carries its anchor, so that "Reuters ¶15" elsewhere leads here.
 */
export function WhatItSays({ source }: { source: SourceDetail }) {
  const anchored = new Set<number>();
  const anchorsOf = (paragraphs: readonly number[]) => {
    const fresh = paragraphs.filter((number) => !anchored.has(number));
    for (const number of fresh) anchored.add(number);
    return fresh;
  };
  return (
    <>
      {byItem(source.entries).map((group) => (
        <div key={group.itemId} className="said-of">
          <h3>
            <Link href={`/items/${group.itemId}`}>{group.title}</Link>
          </h3>
          <ul>
            {group.entries.map((entry) => (
              <li key={`${entry.seq} ${entry.paragraphs.join()} ${entry.says} ${entry.quote?.exact}`}>
                <EvidenceSign stance={entry.stance} />
                <p>
                  {anchorsOf(entry.paragraphs).map((number) => (
                    <span key={number} id={`p${number}`} className="anchor" />
                  ))}
                  <span className="says">{entry.says}</span>
                  {entry.quote !== undefined && (
                    <>
                      {" "}
                      <Quotation quote={entry.quote} lang={source.language} />
                    </>
                  )}
                  {entry.paragraphs.length > 0 && (
                    <>
                      {"\u00a0"}
                      <span className="para">{formatParagraphs(entry.paragraphs)}</span>
                    </>
                  )}
                </p>
                <span className="proof">
                  <Rating reliability={source.reliability} credibility={entry.credibility} />{" "}
                  <Link href={`/items/${entry.itemId}#entry-${entry.seq}`}>entry {entry.seq}</Link>
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}
