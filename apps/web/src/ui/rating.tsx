import { credibilityWords, type Reliability, reliabilityWords } from "@readout/core/evidence";

/** A rating in words: "fairly reliable, probably true". */
const ratingWords = (reliability: Reliability, credibility: number): string =>
  `${reliabilityWords[reliability]}, ${credibilityWords[credibility] ?? ""}`;

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
