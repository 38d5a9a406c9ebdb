import { formatShort } from "@readout/core/edtf-text";
import type { ItemLink } from "@readout/core/item";
import { Dated } from "../ui/dated.tsx";
import { Link } from "../ui/link.tsx";
import { Status } from "../ui/status.tsx";
import styles from "./item-page.module.css";
import { linkWords } from "./words.ts";

/** Items that this one names, and that name it, each with where it stands. */
export function LinkedItems({ links }: { links: readonly ItemLink[] }) {
  return (
    <ul className={styles.linked}>
      {onePerItem(links).map(({ itemId, title, statusSubject, reading, kinds }) => (
        <li key={itemId}>
          <span className="dim">{kinds.join(", ")}</span>
          <div>
            <Link href={`/items/${itemId}`} className={styles.linkedTitle}>
              <bdi>{title}</bdi>
            </Link>
            <span className={styles.under}>
              <Status reading={reading} subject={statusSubject} />
              {reading.since !== null && (
                <>
                  {" "}
                  since <Dated text={formatShort(reading.since)} />
                </>
              )}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Two items may name each other, and in several ways: one row says it; "related" says nothing beside anything firmer. */
function onePerItem(links: readonly ItemLink[]): (ItemLink & { kinds: string[] })[] {
  const rows = new Map<string, ItemLink & { kinds: string[] }>();
  for (const link of links) {
    const row = rows.get(link.itemId) ?? { ...link, kinds: [] };
    row.kinds.push(linkWords[link.type][link.direction]);
    rows.set(link.itemId, row);
  }
  return [...rows.values()].map((row) => {
    const kinds = [...new Set(row.kinds)];
    const firm = kinds.filter((kind) => kind !== linkWords.related.to);
    return { ...row, kinds: firm.length > 0 ? firm : kinds };
  });
}
