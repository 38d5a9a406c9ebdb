import type { ActorSummary } from "@readout/core/actor";
import { Link } from "../ui/link.tsx";
import "./actors.css";
import { officeInShort, typeWords } from "./words.ts";

/** Actors in the order given: name, office or kind. */
export function ActorList({ actors }: { actors: readonly ActorSummary[] }) {
  return (
    <ul className="actor-list">
      {actors.map((actor) => (
        <li key={actor.id}>
          <Link href={`/actors/${actor.id}`}>
            <bdi>{actor.name}</bdi>
          </Link>
          <span className="dim">{officeInShort(actor) ?? typeWords[actor.type]}</span>
        </li>
      ))}
    </ul>
  );
}
