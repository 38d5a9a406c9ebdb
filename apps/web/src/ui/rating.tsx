import type { Reliability } from "@readout/core/evidence";
import { ratingWords } from "@readout/core/evidence-words";

/** A source's and a passage's rating as "C2"; the words on hover, to readers of the page aloud and in print. */
export function Rating({ reliability, credibility }: { reliability: Reliability; credibility: number }) {
  const words = ratingWords(reliability, credibility);
  return (
    <span className="rating" title={words}>
      {reliability}
      {credibility}
      <span className="vh"> ({words})</span>
    </span>
  );
}
