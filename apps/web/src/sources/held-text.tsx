import type { SourceDetail, SourceText } from "@readout/core/source";
import { counted } from "@readout/core/wording";

type HeldTextProps = { source: Pick<SourceDetail, "language">; text: SourceText };

/** The text that is held of a source, paragraph by paragraph, for those who may read it; "#p-7" leads to the seventh. */
export function HeldText({ source, text: { paragraphs } }: HeldTextProps) {
  return (
    <details className="held-text">
      <summary>{counted(paragraphs.length, "paragraph")}, as it is held here</summary>
      <ol lang={source.language}>
        {paragraphs.map((paragraph, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its number
          <li key={i} id={`p-${i + 1}`} dir="auto">
            {paragraph}
          </li>
        ))}
      </ol>
    </details>
  );
}
