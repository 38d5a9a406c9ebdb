import { expect, it } from "vitest";
import { notesOf } from "./notes.ts";

it("puts how the day was found first, whatever the order they come in, and leaves out what is empty", () => {
  const notes = notesOf({
    sha256: "7b16bd65",
    events: ["2017-08-06", "2017-08-05/2017-08-06"],
    publishedConfidence: "medium",
    published_basis: "No date in the text.",
    named_expert: "maxim-suchkov",
    version_note: null,
    cited_by: ["zerohedge-next-steps"],
    desk_remark: 7,
  });
  expect(notes.map(({ label, text }) => `${label}: ${text}`)).toEqual([
    "How its day was found: No date in the text.",
    "How sure its day is: medium",
    "Days it reports on: 6 August 2017; 5 to 6 August 2017",
    "Expert named in it: maxim-suchkov",
    "SHA-256 of that file: 7b16bd65",
    "Desk remark: 7",
  ]);
  expect(notes[3]?.link).toEqual({ to: "actor", id: "maxim-suchkov" });
});
