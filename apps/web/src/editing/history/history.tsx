import styles from "./history.module.css";
import { historyWords, type ToldEdit } from "./history-words.ts";

type HistoryProps = {
  edits: readonly ToldEdit[];
  /** Stands open at the desk, where one comes to see it. */
  open?: boolean;
};

/** What was edited, when, and how it read before; nothing where nothing was. Names stand there for those who are signed in. */
export function History({ edits, open = false }: HistoryProps) {
  const told = historyWords(edits);
  const [last] = told;
  if (last === undefined) return null;
  return (
    <details className={styles.history} open={open}>
      <summary>
        <span className={styles.summary}>{last.says}</span>
        {told.length > 1 && `, and ${told.length - 1} ${told.length === 2 ? "time" : "times"} before`}
      </summary>
      <ol>
        {told.map(({ key, says, by, reason, fields }) => (
          <li key={key}>
            <p>
              {says}
              {by !== null && (
                <>
                  , by <bdi>{by}</bdi>
                </>
              )}
              {reason !== null && `. Why: ${reason}`}
            </p>
            {fields.length > 0 && (
              <dl>
                {fields.map(({ field, before, after }) => (
                  <div key={field}>
                    <dt>{field}</dt>
                    <dd>
                      {before !== null && <del>{before}</del>}
                      {after === null ? <span className="dimmer">emptied</span> : <ins>{after}</ins>}
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
