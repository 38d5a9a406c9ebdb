import type { ActorSummary, Office } from "@readout/core/actor";
import { type AsOf, isKnown, knownDayOf } from "@readout/core/as-of";
import { boundsOf, type Edtf } from "@readout/core/edtf";
import type { Day, Instant } from "@readout/core/time";

type ShownOffice = ActorSummary["offices"][number];

/** An actor as it is kept. Names are framing; what is told of offices has a day from which it was known. */
export type KeptActor = Omit<ActorSummary, "offices"> & { offices: KeptOffice[] };
type KeptOffice = Office & { recordedAt: Instant };

/** The follow-ups that a note cites by their data-set ids, as in "resigned (follow-up fu-volker-resigns)". */
export const citedRefs = (note: string | null): string[] =>
  [...(note ?? "").matchAll(/\(follow-up ([a-z0-9-]+)\)/g)].map((match) => match[1]!);

/**
 * What of an actor was known.
 *
 * @param isRefVisible whether the entry with a data-set id was known
 * @param today        a note that rests on pages outside the record has no day of its own: it is known as of today
 */
export function actorAsOf(
  kept: KeptActor,
  asOf: AsOf,
  isRefVisible: (ref: string) => boolean,
  today: Day,
): ActorSummary {
  const shown = kept.offices.flatMap(({ recordedAt, ...office }) =>
    asOf.basis === "reported"
      ? (officeAsOf(office, asOf, isRefVisible, today) ?? [])
      : isKnown(asOf, null, recordedAt)
        ? [{ ...office, attestedThen: isAttested(office.attested, asOf.validOn) }]
        : [],
  );
  return { ...kept, offices: shown };
}

function officeAsOf(
  office: Office,
  asOf: AsOf,
  isRefVisible: (ref: string) => boolean,
  today: Day,
): ShownOffice | null {
  const knownDay = knownDayOf(asOf);
  const attested = attestedUntil(office.attested, knownDay);
  if (attested === null) return null;
  const refs = citedRefs(office.note);
  const told = refs.length > 0 ? refs.every(isRefVisible) : knownDay >= today;
  return { ...office, attested, note: told ? office.note : null, attestedThen: isAttested(attested, asOf.validOn) };
}

function isAttested(attested: Edtf, day: Day): boolean {
  const { earliest, latest } = boundsOf(attested);
  return (earliest === null || earliest <= day) && (latest === null || day <= latest);
}

/** The attested time without what lies after a day; null when none of it had begun. A single date names no later one. */
function attestedUntil(attested: Edtf, day: Day): Edtf | null {
  const { earliest, latest } = boundsOf(attested);
  if (earliest !== null && earliest > day) return null;
  if (latest !== null && latest <= day) return attested;
  const [start, end] = attested.split("/");
  if (start === undefined || end === undefined || end === "" || end === "..") return attested;
  const endBegins = boundsOf(end).earliest;
  return endBegins !== null && endBegins <= day ? attested : (`${start}/${day}` as Edtf);
}
