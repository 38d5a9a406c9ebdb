import type { Evidence } from "@readout/core/evidence";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import type { Cited, CitedSource } from "./cited.ts";
import { EvidenceList } from "./evidence-list.tsx";

// Links read the request; a source that had not appeared is named without one.
vi.mock("server-only", () => ({}));

const source = { id: "wire", publisher: "Wire", title: "A", published: "2017-08-06", language: "ru", reliability: "C" };
const cited = {
  sources: new Map([["wire", { ...source, origin: "wire", open: false } as CitedSource]]),
  originNames: new Map(),
} as Cited;
const passage = (more: object) =>
  ({ sourceId: "wire", paragraphs: [2], stance: "supports", credibility: 6, says: "It is so.", ...more }) as Evidence;

it("sets a quotation beside the paraphrase, marked as one, in the language of its source", () => {
  const quote = { type: "TextQuoteSelector", exact: "Это так", prefix: "", suffix: "" };
  const html = renderToStaticMarkup(<EvidenceList evidence={[passage({ quote }), passage({})]} cited={cited} />);
  expect(html).toMatch(/It is so\.<\/span> <q class="quotation" lang="ru">Это так<\/q> /);
  expect(html.match(/<q /g)).toHaveLength(1);
});
