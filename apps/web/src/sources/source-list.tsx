import { formatShort } from "@readout/core/edtf-text";
import { reliabilityWords } from "@readout/core/evidence";
import type { SourceSummary } from "@readout/core/source";
import { counted } from "@readout/core/wording";
import { Link } from "../ui/link.tsx";
import { PublisherLink } from "../ui/publisher-link.tsx";
import "./source-list.css";

type SourceListProps = { sources: readonly SourceSummary[]; label: string };

// The roles are repeated because a table laid out as blocks, as on a telephone, is no longer announced as one.
/**
 * Sources in the order given, a line each: when, what, who, how long, how reliable. Where none has been rated, there is no
 * column for it: whoever places the list says so once.
 */
export function SourceList({ sources, label }: SourceListProps) {
  const numbered = sources.some((source) => source.paragraphCount !== null);
  const rated = sources.some((source) => source.reliability !== "F");
  return (
    // biome-ignore lint/a11y/noRedundantRoles: see above.
    <table className="source-list" role="table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col" className="c-day">
            Published
          </th>
          <th scope="col">Source</th>
          <th scope="col" className="c-who">
            Publisher
          </th>
          {numbered && (
            <th scope="col" className="c-len">
              Paragraphs
            </th>
          )}
          {rated && (
            <th scope="col" className="c-rate">
              Reliability
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <tr key={source.id}>
            <td className="day">
              <time dateTime={source.published}>{formatShort(source.published)}</time>
            </td>
            <th scope="row" className="what">
              <Link href={`/sources/${source.id}`} title={source.title}>
                {source.title}
              </Link>
            </th>
            <td className="who" title={source.publisher}>
              <PublisherLink publisher={source.publisher} />
            </td>
            {numbered && (
              <td className="len">
                {source.paragraphCount === null ? (
                  <span className="vh">not numbered</span>
                ) : (
                  <>
                    {source.paragraphCount}
                    <span className="unit"> {counted(source.paragraphCount, "paragraph").split(" ")[1]}</span>
                  </>
                )}
              </td>
            )}
            {rated && (
              <td className="rate">
                <b>{source.reliability}</b> {reliabilityWords[source.reliability]}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
