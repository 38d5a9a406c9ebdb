import type { ActorSummary } from "@readout/core/actor";
import { Link } from "../ui/link.tsx";
import "./actors.css";
import { isAnyAttested, officeInShort, typeWords } from "./words.ts";

/**
 * Actors in the order given: name, office or kind. Where no office at all is attested on the day shown, the rows do not
 * repeat it: whoever places the list says so once.
 */
export function ActorList({ actors }: { actors: readonly ActorSummary[] }) {
  const anyThen = isAnyAttested(actors);
  return (
    <ul className="actor-list">
      {actors.map((actor) => (
        <li key={actor.id}>
          <Link href={`/actors/${actor.id}`}>
            <bdi>{actor.name}</bdi>
          </Link>
          <span className="dim">
            {(anyThen ? officeInShort(actor) : actor.offices.at(-1)?.office) ?? typeWords[actor.type]}
          </span>
        </li>
      ))}
    </ul>
  );
}
