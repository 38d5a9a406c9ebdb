import type { ItemDetail } from "@readout/core/item";
import type { Fact } from "@readout/core/visible";
import { sentenceCase } from "@readout/core/wording";
import styles from "./recording.module.css";

type RecordingHeadProps = {
  item: Pick<ItemDetail, "id" | "title" | "question" | "resolutionCriteria" | "asOf">;
  search: { act: "record" | "correct" | "retract"; amends: number | null };
  /** The entry to amend; null where there is none, or none that may still be amended. */
  amended: Fact | null;
  /** Whether the address asks for an earlier day. */
  past: boolean;
  /** Whether another person decides. */
  proposes: boolean;
};

/** What is recorded, on which item, and where that item is. */
export function RecordingHead({ item, search, amended, past, proposes }: RecordingHeadProps) {
  const { act, amends } = search;
  return (
    <header className={styles.head}>
      <nav className="crumb" aria-label="Where this is">
        <a href="/items">Items</a> / <a href={`/items/${item.id}`}>{item.title}</a>
      </nav>
      <h1>
        {actWords(search, proposes, "what happened")}: <bdi>{item.title}</bdi>
      </h1>
      {past && (
        <p>
          {proposes
            ? "Proposing happens today: what you write here is proposed now"
            : "Recording happens today: what you write here is recorded now"}
          , whatever day you came from.
        </p>
      )}
      {amends !== null && amended === null ? (
        <p>
          There is no entry {amends} that could be {act === "correct" ? "corrected" : "retracted"}: it is not in this
          ledger, is itself a correction or a retraction, or has been retracted.{" "}
          <a href={`/items/${item.id}#ledger`}>To the ledger</a>
        </p>
      ) : (
        <p className="serif">{item.question}</p>
      )}
    </header>
  );
}

/** What is done here: "Record", "Propose to correct entry 4". */
export function actWords({ act, amends }: RecordingHeadProps["search"], proposes: boolean, what = ""): string {
  if (act === "record") return `${proposes ? "Propose" : "Record"} ${what}`.trim();
  return sentenceCase(`${proposes ? "propose to " : ""}${act} entry ${amends}`);
}
