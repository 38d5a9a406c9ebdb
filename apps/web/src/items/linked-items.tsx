import { formatShort } from "@readout/core/edtf-text";
import type { ItemLink } from "@readout/core/item";
import { Link } from "../ui/link.tsx";
import { Status } from "../ui/status.tsx";
import styles from "./item-page.module.css";
import { linkWords } from "./words.ts";

/** Items that this one names, and that name it, each with where it stands. */
export function LinkedItems({ links }: { links: readonly ItemLink[] }) {
  return (
    <ul className={styles.linked}>
      {links.map(({ type, direction, itemId, title, statusSubject, reading }) => (
        <li key={`${type} ${direction} ${itemId}`}>
          <span className="dim">{linkWords[type][direction]}</span>
          <div>
            <Link href={`/items/${itemId}`} className={styles.linkedTitle}>
              <bdi>{title}</bdi>
            </Link>
            <span className={styles.under}>
              <Status reading={reading} subject={statusSubject} />
              {reading.since !== null && <> since {formatShort(reading.since)}</>}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
