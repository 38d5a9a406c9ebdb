import { formatEdtf } from "@readout/core/edtf-text";
import type { SourceDetail } from "@readout/core/source";
import { counted } from "@readout/core/wording";
import type { ReactNode } from "react";
import { Link, OutsideLink } from "../ui/link.tsx";
import { PublisherLink } from "../ui/publisher-link.tsx";
import { lineageSentence } from "./lineage-sentence.ts";
import { kindWords, languageName, reliabilityText, roleWords } from "./words.ts";
import "./source.css";

type SourceHeadProps = {
  source: SourceDetail;
  /** Whether whoever reads may edit what is told of it. */
  mayEdit: boolean;
};

/** Who speaks, how far to be believed and how far first-hand: title, rating with its reason, and the sentence. */
export function SourceHead({ source, mayEdit }: SourceHeadProps) {
  return (
    <>
      <p className="crumb">
        <Link href="/sources">Sources</Link> / {roleWords[source.role]}
      </p>
      <div className="source-head">
        <div>
          <h1 className="page-title">{source.title}</h1>
          <p className="rated">
            <PublisherLink publisher={source.publisher} />, <span className="nb">{formatEdtf(source.published)}</span> ·{" "}
            <b>{reliabilityText(source.reliability)}</b>
            {source.reliabilityReason !== null && (
              <>
                <span className="dim">: </span>
                <span className="dim">{source.reliabilityReason}</span>
              </>
            )}
          </p>
        </div>
        <SourceFacts source={source} mayEdit={mayEdit} />
        <p className="source-lead">{lineageSentence(source)}</p>
      </div>
    </>
  );
}

function SourceFacts({ source, mayEdit }: SourceHeadProps) {
  const countsAs = source.origin !== source.id && source.origin !== source.publisher ? source.origin : null;
  const length = source.paragraphCount === null ? "not numbered here" : counted(source.paragraphCount, "paragraph");
  return (
    <dl className="source-facts">
      <Fact name="Length">{length}</Fact>
      {source.kind !== null && <Fact name="Kind">{kindWords[source.kind]}</Fact>}
      <Fact name="Language">{languageName(source.language)}</Fact>
      {source.author !== null && <Fact name="Author">{source.author}</Fact>}
      {countsAs !== null && (
        <Fact name="First said by">
          <PublisherLink publisher={countsAs} />
        </Fact>
      )}
      {source.url !== null && (
        <Fact name="Address">
          <OutsideLink href={source.url} title={source.url}>
            {hostOf(source.url)}
          </OutsideLink>
        </Fact>
      )}
      {mayEdit && (
        <Fact name="At the desk">
          <a href={`/desk/sources/${source.id}`}>edit this source</a>
        </Fact>
      )}
    </dl>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** What an address shows of itself: its host, without what every host has. */
function hostOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, "");
  } catch {
    return url;
  }
}
