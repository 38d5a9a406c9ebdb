const DATE = /((?:c\. )?\d{1,2}(?:[–-]\d{1,2})? [A-Z][a-z]{2,8}(?: \d{4})?|(?:c\. )?[A-Z][a-z]{2,8} \d{4})/;

/** A text whose dates stay on one line. The words themselves are left as they are, for whoever searches or copies them. */
export function Dated({ text }: { text: string }) {
  // Splitting at a group puts what lies between the dates at even places and the dates at odd ones.
  return text.split(DATE).map((part, i) =>
    i % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other identity
      <span key={i} className="nb">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
