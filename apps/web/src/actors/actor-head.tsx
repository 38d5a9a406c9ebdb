import type { ActorDetail } from "@readout/core/actor";
import type { Day } from "@readout/core/time";
import type { ReactNode } from "react";
import { keepDates } from "../ui/format.ts";
import { Link } from "../ui/link.tsx";
import "./actors.css";
import { actorSentence, attestedWords, typeWords } from "./words.ts";

type ActorHeadProps = {
  actor: ActorDetail;
  /** The day in the world that the page shows. */
  day: Day;
  /** Names of other actors by id. */
  names: ReadonlyMap<string, string>;
  /** Whether whoever reads may edit what is told of it. */
  mayEdit: boolean;
};

/** Who somebody is: name, other names, and every office with the time it is attested for. */
export function ActorHead({ actor, day, names, mayEdit }: ActorHeadProps) {
  const named = (id: string): ReactNode => (names.has(id) ? <Link href={`/actors/${id}`}>{names.get(id)}</Link> : id);
  return (
    <>
      <p className="crumb">
        <Link href="/actors">Actors</Link> / {typeWords[actor.type]}
        {actor.state !== null && <>, {named(actor.state)}</>}
        {mayEdit && (
          <>
            {" · "}
            <a href={`/desk/actors/${actor.id}`}>edit this actor</a>
          </>
        )}
      </p>
      <h1 className="page-title">
        <bdi>{actor.name}</bdi>
      </h1>
      {actor.also.length > 0 && <p className="dim">also called {actor.also.join(", ")}</p>}
      <p className="actor-lead">{actorSentence(actor)}</p>
      {actor.offices.length > 0 && (
        <ul className="offices" aria-label="Offices">
          {actor.offices.map((office) => (
            <li key={`${office.office} ${office.attested}`}>
              <span>
                <b>{office.office}</b>
                {office.organisation !== null && <>, {named(office.organisation)}</>}
              </span>
              <span className="dim">{keepDates(attestedWords(office, day))}</span>
              {office.note !== null && <span className="office-note">{office.note}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
