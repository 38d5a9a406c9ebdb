import type { ActorSummary } from "@readout/core/actor";
import { typeWords } from "../../actors/words.ts";
import "../../actors/actors.css";

/** Actors in the order given, each leading to where it is edited. */
export function DeskActorList({ actors }: { actors: readonly ActorSummary[] }) {
  return (
    <ul className="actor-list">
      {actors.map(({ id, name, type, offices }) => (
        <li key={id}>
          <a href={`/desk/actors/${id}`}>
            <bdi>{name}</bdi>
          </a>
          <span className="dim">{offices.at(-1)?.office ?? typeWords[type]}</span>
        </li>
      ))}
    </ul>
  );
}
