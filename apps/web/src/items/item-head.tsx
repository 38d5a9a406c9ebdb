import { formatEdtf } from "@readout/core/edtf-text";
import type { ItemDetail } from "@readout/core/item";
import { Fragment } from "react";
import { Link } from "../ui/link.tsx";
import styles from "./item-page.module.css";
import { ownerWords } from "./words.ts";

/** Whether an entry is recorded, or proposed and another person decides. */
export type EntryWay = "record" | "propose";

type ItemHeadProps = {
  item: ItemDetail;
  /** What whoever reads may do with an entry; null where neither. */
  entryWay: EntryWay | null;
  /** Whether whoever reads may edit what the item asks. */
  mayEdit: boolean;
  /** Whether the page shows today; an earlier day leads back, where recording happens. */
  isToday: boolean;
};

/** What the item asks, and its standing facts. */
export function ItemHead({ item, entryWay, mayEdit, isToday }: ItemHeadProps) {
  const states = item.actors.filter(({ type }) => type === "state").map(({ name }) => name);
  return (
    <>
      <div className={styles.top}>
        <nav className={styles.crumb} aria-label="Where this is">
          {item.main ? (
            <>
              <Link href="/">Overview</Link> / one of the main matters
            </>
          ) : (
            <>
              <Link href="/items">Items</Link> / {item.phase === null ? "not yet raised" : item.phase}
            </>
          )}
        </nav>
        {entryWay !== null && <RecordLink id={item.id} way={entryWay} isToday={isToday} />}
      </div>
      <div className={styles.head}>
        <div>
          <h1 className={styles.title}>
            <bdi>{item.title}</bdi>
          </h1>
          <p className={styles.question}>{item.question}</p>
          <p className={styles.criteria}>{item.resolutionCriteria}</p>
        </div>
        <dl className={styles.facts}>
          {item.ownerSide !== null && (
            <div>
              <dt>Has to move</dt>
              <dd>
                {ownerWords[item.ownerSide]}
                {item.ownerSide === "both" && states.length === 2 && `: ${states.join(", ")}`}
              </dd>
            </div>
          )}
          {item.opened !== null && (
            <div>
              <dt>Open since</dt>
              <dd>{formatEdtf(item.opened)}</dd>
            </div>
          )}
          {item.tags.length > 0 && (
            <div>
              <dt>Tags</dt>
              <dd>
                {item.tags.map((tag, i) => (
                  <Fragment key={tag}>
                    {i > 0 && ", "}
                    <Link href={`/items?tag=${tag}`}>{tag.replaceAll("-", " ")}</Link>
                  </Fragment>
                ))}
              </dd>
            </div>
          )}
          {mayEdit && (
            <div>
              <dt>At the desk</dt>
              <dd>
                <a href={`/desk/items/${item.id}`}>edit this item</a>
              </dd>
            </div>
          )}
        </dl>
      </div>
    </>
  );
}

/** The way to record or propose, for who may. In the past there is none, and that is said. */
function RecordLink({ id, way, isToday }: { id: string; way: EntryWay; isToday: boolean }) {
  if (isToday)
    return (
      <a className="button" href={`/desk/items/${id}/record`}>
        {way === "record" ? "Record" : "Propose"}
      </a>
    );
  return (
    <p className="dim small">
      {way === "record" ? "Recording" : "Proposing"} happens today: <a href={`/items/${id}`}>to this item today</a>
    </p>
  );
}
