import { aChange, anItem, aSource } from "@readout/api/testing";
import type { ApiServer } from "./api-server.ts";

/** What people and pages do write, and what formats take for something else. */
export const nastyTexts = [
  "=SUM(A1:A9)",
  "+7 495",
  "-1 degree",
  "@here",
  "'quoted from the start",
  "'=both",
  '"quoted", with commas; and more',
  "one\r\ntwo\rthree\nfour",
  "\ttab first",
  "שלום ‏עולם‎ (right to left)",
  "🚀 and 👩‍👩‍👧‍👦 and 𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
  "<b>&amp;</b> ]]> --> <![CDATA[ &nbsp;",
  "control \u0001\u0008\u000b\u001f\u007f\u0085 \uFFFD\uFFFE",
  "_x0041_ and _x000D_ as they stand",
  "# a head\n- a list | a | table\n[link](http://example.org/) `code` *b* _i_ ~~s~~ ![p](x) <http://x.example>",
  "1. first of all",
  "BEGIN:VEVENT\nSUMMARY;X=1:no, really\\n\\; END:VCALENDAR",
  "http://example.org/?a=1&b=2#c",
  "  spaces around  ",
  "ä".repeat(2000),
];

export const nastyItem = "nasty-texts";

/** An item whose every text is nasty, with a correction, a retraction and a review, known from 5 August 2017 on. */
export async function recordNasty({ ask }: ApiServer): Promise<void> {
  const made = async (path: string, body: unknown) => {
    const { status, text } = await ask(path, { body });
    if (status !== 201) throw new Error(`${path}: ${text}`);
  };
  const [formula, quoted, lines, markup] = [nastyTexts[0]!, nastyTexts[6]!, nastyTexts[7]!, nastyTexts[11]!];
  await made("/sources", aSource({ id: "nasty-source", title: markup, publisher: formula, published: "2017-08-01" }));
  const framing = { title: `${markup} ${nastyTexts[9]}`, question: lines, statusSubject: quoted };
  const milestones = nastyTexts.map((text) => ({
    date: "2017-09",
    kind: "deadline" as const,
    what: text.slice(0, 500),
  }));
  await made("/items", anItem({ id: nastyItem, ...framing, resolutionCriteria: nastyTexts[14]!, milestones }));
  const day = { effective: "2017-08-04", reported: "2017-08-05" };
  let head = 0;
  const record = (body: object) => made(`/items/${nastyItem}/entries`, { ...body, expectedHead: head++ });
  for (const text of nastyTexts) {
    const { itemId: _, ...change } = aChange(nastyItem, 0, {
      ...day,
      summary: text,
      evidence: [
        {
          ...{ sourceId: "nasty-source", stance: "supports", says: text.slice(0, 2000) },
          ...{ origins: [text.slice(0, 200)], keywords: [text.slice(0, 80)] },
        },
      ],
    });
    await record(change);
  }
  const { itemId: _, noEvidence, ...content } = aChange(nastyItem, 0, { ...day, summary: lines });
  await record({ ...content, kind: "correction", corrects: 1, reason: formula, noEvidence: markup });
  await record({ kind: "retraction", retracts: 2, reason: lines });
  await record({ kind: "review", lookedOn: "2017-08-06", note: quoted });
}
