import { shortPublisher } from "@readout/core/publisher";
import { formatParagraphs } from "@readout/core/wording";
import { Link } from "./link.tsx";

type CitationProps = { sourceId: string; publisher: string; paragraphs: readonly number[] };

/** A passage as a link that names it: "Reuters ¶15, 19", to that paragraph on the source's page. */
export function Citation({ sourceId, publisher, paragraphs }: CitationProps) {
  const anchor = paragraphs.length === 0 ? "" : `#p${Math.min(...paragraphs)}`;
  return (
    <Link href={`/sources/${sourceId}${anchor}`} className="citation" title={publisher}>
      {shortPublisher(publisher)}
      {paragraphs.length > 0 && (
        <>
          {"\u00a0"}
          <span className="nb">{formatParagraphs(paragraphs)}</span>
        </>
      )}
    </Link>
  );
}
