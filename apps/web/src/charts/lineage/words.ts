import { shortPublisher } from "@readout/core/publisher";
import { counted, formatParagraphs } from "@readout/core/wording";
import { type Emphasis, ofOrigin, ofParagraph } from "./emphasis.ts";
import { creditWords, type LineageLink, type LineageOrigin, type LineageSeries, mannerWords } from "./series.ts";

/** "near-verbatim, uncredited": how close a passage is, and whether its reader is told. */
export const linkWords = (link: Pick<LineageLink, "manner" | "credit">): string =>
  `${mannerWords[link.manner]}, ${creditWords[link.credit]}`;

/** The finding, as the chart's title: "13 of 18 paragraphs come from 7 sources". */
export function lineageTitle(series: LineageSeries): string {
  const sources = counted(series.origins.length, "source");
  const derived = new Set(series.links.map((link) => link.paragraph));
  if (derived.has(null)) return `All of it comes from ${sources}`;
  const of = `${derived.size} of ${counted(series.paragraphs.length, "paragraph")}`;
  return `${of} ${derived.size === 1 ? "comes" : "come"} from ${sources}`;
}

/** What can be picked, and the sentence for each: where a paragraph came from, or what came from an origin. */
export const emphasisSentences = (series: LineageSeries): Partial<Record<Emphasis, string>> => ({
  ...Object.fromEntries(
    series.paragraphs.map((paragraph) => [ofParagraph(paragraph), paragraphSentence(series, paragraph)]),
  ),
  ...Object.fromEntries(series.origins.map((origin) => [ofOrigin(origin.id), originSentence(series, origin)])),
});

function originSentence(series: LineageSeries, origin: LineageOrigin): string {
  const numbers = series.links.flatMap(({ originId, paragraph }) =>
    originId === origin.id && paragraph !== null ? [paragraph] : [],
  );
  const taken = numbers.length === 0 ? "all of it" : formatParagraphs([...new Set(numbers)]);
  const left = origin.dropped.length === 0 ? "" : `; ${counted(origin.dropped.length, "paragraph")} of it left out`;
  return `From ${shortPublisher(origin.publisher)}, ${origin.title}: ${taken}${left}.`;
}

function paragraphSentence(series: LineageSeries, paragraph: number | null): string {
  const links = series.links.filter((link) => link.paragraph === paragraph);
  const who = paragraph === null ? "All of it" : formatParagraphs([paragraph]);
  if (links.length === 0) return `${who}: ${withoutLink(series, paragraph)}.`;
  const from = links.map((link) => {
    const origin = series.origins.find(({ id }) => id === link.originId);
    return `${linkWords(link)}, from ${shortPublisher(origin?.publisher ?? link.originId)}`;
  });
  return `${who}: ${from.join("; ")}.`;
}

/** What is said of a paragraph from which no curve leads. */
export const withoutLink = (series: LineageSeries, paragraph: number | null): string =>
  paragraph !== null && series.own.includes(paragraph)
    ? "the source's own words"
    : "nothing shows that it comes from elsewhere";
