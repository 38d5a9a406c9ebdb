import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { HeldText } from "./held-text.tsx";

it("numbers the paragraphs by their anchors, folded away", () => {
  const text = { paragraphs: ["The bridge opens.", "In May & not before."] };
  const html = renderToStaticMarkup(<HeldText source={{ language: "en-GB" }} text={text} />);
  expect(html).toContain('<details class="held-text"><summary>2 paragraphs, as it is held here</summary>');
  expect(html).toContain('<ol lang="en-GB"><li id="p-1" dir="auto">The bridge opens.</li>');
  expect(html).toContain('<li id="p-2" dir="auto">In May &amp; not before.</li></ol>');
});
