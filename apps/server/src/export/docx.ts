import {
  type Brief,
  type BriefDate,
  type BriefEntry,
  type BriefItem,
  type BriefNote,
  briefOf,
} from "@readout/core/brief";
import type { Export } from "@readout/core/export";
import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from "docx";
import { xmlText } from "../xml-text.ts";

type Words = string | ParagraphChild;

const run = (words: Words): ParagraphChild => (typeof words === "string" ? new TextRun(oneLine(words)) : words);
const bold = (text: string): TextRun => new TextRun({ text: oneLine(text), bold: true });
const struck = (text: string): TextRun => new TextRun({ text: oneLine(text), strike: true });
const oneLine = (text: string): string => xmlText(text.replace(/\s+/g, " "));

const paragraph = (...words: Words[]): Paragraph =>
  new Paragraph({ children: words.map(run), spacing: { after: 100 } });
const bullet = (...words: Words[]): Paragraph =>
  new Paragraph({ children: words.map(run), bullet: { level: 0 }, keepLines: true });
const heading = (text: string, level: 1 | 2 | 3, pageBreakBefore = false): Paragraph =>
  new Paragraph({
    children: [new TextRun(oneLine(text))],
    heading: [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3][level - 1]!,
    keepNext: true,
    pageBreakBefore,
  });

const link = (text: string, url: string): ExternalHyperlink =>
  new ExternalHyperlink({ link: url, children: [new TextRun({ text: oneLine(text), style: "Hyperlink" })] });

/** The brief as a document of Word: real headings, real links, ink alone, the as-of sentence at the foot of every page. */
export async function docxOf(made: Export): Promise<Buffer> {
  const brief = briefOf(made);
  const { asOfSentence, permalink } = brief;
  const document = new Document({
    title: oneLine(brief.title),
    description: oneLine(`${asOfSentence} ${brief.filterSentence}`),
    creator: "Readout",
    lastModifiedBy: "Readout",
    styles: { default: { ...stylesOf(), hyperlink: { run: { color: ink, underline: {} } } } },
    numbering: { config: brief.items.map((_, i) => numbering(i)) },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 1000, bottom: 1000, left: 1100, right: 1100 },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.START,
                children: [
                  new TextRun({ text: `${oneLine(asOfSentence)} `, size: 16 }),
                  new ExternalHyperlink({
                    link: permalink,
                    children: [new TextRun({ text: oneLine(permalink), size: 16, style: "Hyperlink" })],
                  }),
                  new TextRun({ children: [" · page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES], size: 16 }),
                ],
              }),
            ],
          }),
        },
        children: [...headOf(brief), ...brief.items.flatMap((item, i) => itemOf(item, i, brief))],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const ink = "171C1C";

function stylesOf() {
  const head = (size: number) => ({
    run: { size, bold: true, color: ink },
    paragraph: { spacing: { before: 200, after: 80 } },
  });
  return {
    document: { run: { size: 21, color: ink } },
    heading1: head(34),
    heading2: head(28),
    heading3: head(23),
  };
}

/** The numbered evidence of one item; each begins with 1. */
const numbering = (item: number) => ({
  reference: `evidence-${item}`,
  levels: [
    {
      level: 0,
      format: "decimal" as const,
      text: "%1.",
      alignment: AlignmentType.START,
      style: { paragraph: { indent: { left: 500, hanging: 500 } } },
    },
  ],
});

function headOf({ title, asOfSentence, filterSentence, made, permalink, items }: Brief): Paragraph[] {
  const where = paragraph(`${asOfSentence} ${filterSentence} ${made}. `, link("The same on its page", permalink));
  return items.length === 1 ? [where] : [heading(title, 1), where];
}

function itemOf(item: BriefItem, place: number, { items }: Brief): Paragraph[] {
  const level = items.length === 1 ? 1 : 2;
  const section = (title: string, parts: Paragraph[]) =>
    parts.length === 0 ? [] : [heading(title, (level + 1) as 2 | 3), ...parts];
  const { reading, summary, standing, question, whyOpen, resolutionCriteria, permalink } = item;
  return [
    heading(item.title, level, place > 0),
    paragraph(bold(reading.status), `${reading.rest}.`),
    ...(summary === null ? [] : [paragraph(summary)]),
    ...(standing.length === 0 ? [] : [paragraph(standing.join("; "))]),
    paragraph(`${question} `, link("The item", permalink)),
    ...(whyOpen === null ? [] : [paragraph(`Why it is open: ${whyOpen}`)]),
    paragraph(`Counts as resolved when: ${resolutionCriteria}`),
    ...section("What happened", item.entries.map(entryOf)),
    ...section("Dates ahead", item.ahead.map(dateOf)),
    ...section("Dates passed", item.passed.map(dateOf)),
    ...section(
      "Sources disagree",
      item.disagreements.flatMap(({ head, summary: what, sides, outside, verdict, assessment }) => [
        paragraph(bold(head), `: ${what}`),
        ...sides.map(({ claim, notes }) => bullet(`${claim}${numbers(notes)}`)),
        ...(outside.length === 0 ? [] : [bullet(`Found elsewhere${numbers(outside)}`)]),
        paragraph(bold(verdict), assessment === null ? "" : ` ${assessment}`),
      ]),
    ),
    ...section(
      "Scenarios",
      item.scenarios.flatMap(({ question: asked, deadline, outcomes, note }) => [
        paragraph(`${asked} Deadline: ${deadline}.`),
        ...outcomes.map(({ title, criteria, cameTrue }) =>
          bullet(title, ...(cameTrue === null ? [] : [", ", bold(cameTrue)]), `. Counts when: ${criteria}`),
        ),
        ...(note === null ? [] : [paragraph(note)]),
      ]),
    ),
    ...section(
      "Evidence",
      item.notes.map((note) => noteOf(note, place)),
    ),
  ];
}

const numbers = (notes: readonly number[]): string => (notes.length === 0 ? "" : ` [${notes.join(", ")}]`);

function entryOf({ seq, date, movement, says, remarks, amendments, retracted, notes }: BriefEntry): Paragraph {
  const beside = [`entry ${seq}`, ...remarks].join("; ");
  const amended = amendments.map((words) => ` ${words}.`).join("");
  return bullet(
    bold(date),
    `: ${movement}. `,
    retracted ? struck(says) : says,
    `${numbers(notes)} (${beside})${amended}`,
  );
}

const dateOf = ({ date, what, standing, note }: BriefDate): Paragraph =>
  bullet(bold(date), `: ${what} (${standing})${note === null ? "" : ` ${note}`}`);

function noteOf(
  { sign, signWords, says, passage, title, published, rating, origin, page, url }: BriefNote,
  place: number,
) {
  const stance = sign === "·" ? "" : `${signWords}: `;
  const rest = [title, published, rating, origin].filter((part) => part !== null).join("; ");
  return new Paragraph({
    numbering: { reference: `evidence-${place}`, level: 0 },
    keepLines: true,
    children: [
      ...[`${stance}${says} (`, link(passage, page), `; ${rest}`].map(run),
      ...(url === null ? [] : [run("; "), link("the source itself", url)]),
      run(")"),
    ],
  });
}
