import type { ActorSummary } from "@readout/core/actor";
import { formatShort } from "@readout/core/edtf-text";
import { Link } from "../ui/link.tsx";
import styles from "./item-page.module.css";

/** Who has a part in an item; of a person the office attested on the day shown, else the last one, marked so. */
export function People({ actors }: { actors: readonly ActorSummary[] }) {
  const people = actors.filter(isPerson);
  const others = actors.filter((actor) => !isPerson(actor));
  return (
    <ul className={styles.people}>
      {[...people, ...others].map((actor) => (
        <li key={actor.id}>
          <Link href={`/actors/${actor.id}`}>
            <bdi>{actor.name}</bdi>
          </Link>
          {isPerson(actor) ? (
            <Offices actor={actor} />
          ) : (
            <span className={styles.kind}>{actor.type.replaceAll("-", " ")}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

const isPerson = ({ type }: ActorSummary): boolean => type === "person" || type === "unnamed-person";

function Offices({ actor: { offices, type } }: { actor: ActorSummary }) {
  const then = offices.filter(({ attestedThen }) => attestedThen);
  const shown = then.length > 0 ? then : offices.slice(-1);
  if (shown.length === 0)
    return <span className={styles.under}>{type === "unnamed-person" ? "not named" : "no office recorded"}</span>;
  return shown.map((office) => (
    <span key={`${office.office} ${office.attested}`} className={styles.under}>
      {office.office}
      {!office.attestedThen && `, not attested then (attested ${formatShort(office.attested)})`}
    </span>
  ));
}
