import { counted } from "@readout/core/wording";
import { type FieldChange, fieldChanges } from "./field-changes.ts";
import "./field-changes.css";

type FieldChangeListProps = {
  before: Readonly<Record<string, unknown>> | null;
  after: Readonly<Record<string, unknown>> | null;
  /** Whether all fields stand there at once, as where somebody opened them already. */
  whole?: boolean;
};

const SHOWN_AT_ONCE = 8;
const LONGEST_AT_ONCE = 280;

/** What an act changed, a field a line: its name, what it was, what it became. */
export function FieldChangeList({ before, after, whole = false }: FieldChangeListProps) {
  const changes = fieldChanges(before, after);
  if (changes.length === 0) return null;
  const atOnce = whole ? changes.length : SHOWN_AT_ONCE;
  const more = changes.slice(atOnce);
  return (
    <>
      <Changes changes={changes.slice(0, atOnce)} />
      {more.length > 0 && (
        <details className="field-changes-more">
          <summary>
            <span>and {counted(more.length, "more field")}</span>
          </summary>
          <Changes changes={more} />
        </details>
      )}
    </>
  );
}

const Changes = ({ changes }: { changes: readonly FieldChange[] }) => (
  <dl className="field-changes">
    {changes.map(({ name, before, after }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>
          {before !== null && (
            <>
              <span className="vh">was </span>
              <s>
                <Value text={before} />
              </s>{" "}
            </>
          )}
          {before !== null && <span className="vh">, became </span>}
          {after === null ? <span className="dim">nothing</span> : <Value text={after} />}
        </dd>
      </div>
    ))}
  </dl>
);

/** A long text opens. */
function Value({ text }: { text: string }) {
  if (text.length <= LONGEST_AT_ONCE) return <bdi>{text}</bdi>;
  return (
    <details className="long">
      <summary>
        <bdi>{text.slice(0, LONGEST_AT_ONCE)}</bdi> <span className="more-text">… the whole</span>
      </summary>
      <bdi>{text}</bdi>
    </details>
  );
}
