import {
  type Brief,
  type BriefDate,
  type BriefEntry,
  type BriefItem,
  type BriefNote,
  briefOf,
} from "@readout/core/brief";
import type { Export } from "@readout/core/export";

/** Text that means what it says: whatever Markdown would take for markup is escaped, and a line break is a space. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>#|~&!$@]/g, "\\$&")
    .replace(/^([-+=]|\d+(?=[.)]))/, "\\$1")
    .replace(/^(\\?\d+)([.)])/, "$1\\$2")
    // A bare address would become a link of its own.
    .replace(/:\/\//g, ":\\//")
    .replace(/\bwww\./gi, "www\\.");

/** An address between angle brackets, which nothing in it can end. */
const target = (url: string): string => `<${url.replace(/[<>\s]/g, encodeURIComponent)}>`;

const link = (text: string, url: string): string => `[${plain(text)}](${target(url)})`;

/** The brief as Markdown: one heading an item, evidence as a numbered list that the text refers to. */
export function markdownOf(made: Export): Buffer {
  const brief = briefOf(made);
  return Buffer.from(`${[...head(brief), ...brief.items.flatMap((item) => itemOf(item, brief))].join("\n\n")}\n`);
}

function head({ title, asOfSentence, filterSentence, made, permalink, items }: Brief): string[] {
  const where = `${plain(asOfSentence)} ${plain(filterSentence)} ${plain(made)}. ${link("The same on its page", permalink)}.`;
  return items.length === 1 ? [where] : [`# ${plain(title)}`, where];
}

function itemOf(item: BriefItem, { items }: Brief): string[] {
  const own = items.length === 1 ? "#" : "##";
  const section = (title: string, parts: string[]) => (parts.length === 0 ? [] : [`${own}# ${title}`, ...parts]);
  const { reading, summary, standing, question, whyOpen, resolutionCriteria, permalink } = item;
  return [
    `${own} ${plain(item.title)}`,
    `**${plain(reading.status)}**${plain(reading.rest)}.`,
    ...(summary === null ? [] : [plain(summary)]),
    ...(standing.length === 0 ? [] : [standing.map(plain).join("; ")]),
    `${plain(question)} ${link("The item", permalink)}`,
    ...(whyOpen === null ? [] : [`Why it is open: ${plain(whyOpen)}`]),
    `Counts as resolved when: ${plain(resolutionCriteria)}`,
    ...section("What happened", list(item.entries.map(entryOf))),
    ...section("Dates ahead", list(item.ahead.map(dateOf))),
    ...section("Dates passed", list(item.passed.map(dateOf))),
    ...section(
      "Sources disagree",
      item.disagreements.flatMap(({ head, summary: what, sides, outside, verdict, assessment }) => [
        `**${plain(head)}**: ${plain(what)}`,
        list([
          ...sides.map(({ claim, notes }) => `${plain(claim)}${numbers(notes)}`),
          ...(outside.length === 0 ? [] : [`Found elsewhere${numbers(outside)}`]),
        ])[0]!,
        `**${plain(verdict)}**${assessment === null ? "" : ` ${plain(assessment)}`}`,
      ]),
    ),
    ...section(
      "Scenarios",
      item.scenarios.flatMap(({ question: asked, deadline, outcomes, note }) => [
        `${plain(asked)} Deadline: ${plain(deadline)}.`,
        ...list(
          outcomes.map(
            ({ title, criteria, cameTrue }) =>
              `${plain(title)}${cameTrue === null ? "" : `, **${plain(cameTrue)}**`}. Counts when: ${plain(criteria)}`,
          ),
        ),
        ...(note === null ? [] : [plain(note)]),
      ]),
    ),
    ...section("Evidence", item.notes.length === 0 ? [] : [item.notes.map(noteOf).join("\n")]),
  ];
}

const list = (lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [lines.map((line) => `- ${line}`).join("\n")];

const numbers = (notes: readonly number[]): string => (notes.length === 0 ? "" : ` \\[${notes.join(", ")}\\]`);

function entryOf({ seq, date, movement, says, remarks, amendments, retracted, notes }: BriefEntry): string {
  const said = retracted ? `~~${plain(says)}~~` : plain(says);
  const beside = [`entry ${seq}`, ...remarks].map(plain).join("; ");
  const amended = amendments.map((words) => ` ${plain(words)}.`).join("");
  return `**${plain(date)}**: ${plain(movement)}. ${said}${numbers(notes)} (${beside})${amended}`;
}

const dateOf = ({ date, what, standing, note }: BriefDate): string =>
  `**${plain(date)}**: ${plain(what)} (${plain(standing)})${note === null ? "" : ` ${plain(note)}`}`;

function noteOf({
  number,
  sign,
  signWords,
  says,
  passage,
  title,
  published,
  rating,
  origin,
  page,
  url,
}: BriefNote): string {
  const parts = [link(passage, page), plain(title), plain(published), rating === null ? null : plain(rating)];
  if (origin !== null) parts.push(plain(origin));
  if (url !== null) parts.push(link("the source itself", url));
  const stance = sign === "·" ? "" : `${plain(signWords)}: `;
  return `${number}. ${stance}${plain(says)} (${parts.filter((part) => part !== null).join("; ")})`;
}
