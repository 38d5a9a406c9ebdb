import { changesOf, changesSentence, LATE_AFTER_DAYS } from "@readout/core/diff-words";
import { formatDayShort } from "@readout/core/edtf-text";
import { addDays, type Day } from "@readout/core/time";
import { counted } from "@readout/core/wording";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { requestAsOf } from "../../../as-of/request.ts";
import type { AsOfView } from "../../../as-of/search-params.ts";
import { pageMetadata } from "../../../as-of/title.ts";
import { AmendmentList, ChangeList, LateList, lateEntries } from "../../../changes/change-list.tsx";
import { CompareForm } from "../../../changes/compare-form.tsx";
import { CompareWays } from "../../../changes/compare-ways.tsx";
import { completed, isTurned, readDays } from "../../../changes/search-params.ts";
import { compareHref } from "../../../changes/ways.ts";
import { TakeAlong } from "../../../take-along/take-along.tsx";
import { keepDates } from "../../../ui/format.ts";
import { Link } from "../../../ui/link.tsx";
import { NoData } from "../../../ui/no-data.tsx";
import { Section } from "../../../ui/section.tsx";
import { citedSources, lastNews, loadDiff, nearestNews, numberedDays, subjectsOf } from "./load.ts";

type ChangesPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = (): Promise<Metadata> =>
  pageMetadata("Changes", "What a reader learned between two days, with the evidence for it.");

export default async function ChangesPage({ searchParams }: ChangesPageProps) {
  const [params, view] = await Promise.all([searchParams, requestAsOf()]);
  const asked = readDays(params, view.knownOn);
  const days = asked.faults.length > 0 ? null : (completed(asked, view.knownOn) ?? (await lastNews(view)));
  const form = (
    <CompareForm
      from={days?.from ?? asked.from}
      to={days?.to ?? asked.to}
      typed={asked.typed}
      basis={view.basis}
      asOf={view.input}
      faults={asked.faults}
      swapped={isTurned(asked) ? compareHref({ from: asked.to, to: asked.from }) : null}
    />
  );
  const ways = <CompareWays days={days} knownOn={view.knownOn} sourceDays={await numberedDays(view.input)} />;
  if (days === null)
    return (
      <>
        <h1 className="lead">
          {asked.faults.length > 0
            ? "These two days cannot be compared."
            : "Nothing had become known by this day, so there is nothing to compare."}
        </h1>
        {form}
        {ways}
        <NoData>
          A comparison takes two days and says what became known after the first and up to the second: which items
          moved, which stand as before on newer evidence, and what was corrected here.
        </NoData>
      </>
    );
  return (
    <Compared
      days={days}
      view={view}
      form={
        <>
          {form}
          {ways}
        </>
      }
    />
  );
}

type ComparedProps = { days: { from: Day; to: Day }; view: AsOfView; form: ReactNode };

async function Compared({ days: { from, to }, view, form }: ComparedProps) {
  const diff = await loadDiff(from, to, view.basis);
  const changes = changesOf(diff);
  const [subjects, sources] = await Promise.all([subjectsOf(diff, view.input), citedSources(diff, view.knownOn)]);
  const late = [...changes.moved, ...changes.still].filter((item) => lateEntries(item).length > 0);
  const lists = { subjects, sources, known: { ...view, knownOn: to } };
  return (
    <>
      <h1 className="lead">{keepDates(changesSentence(from, to, view.basis, changes))}</h1>
      {form}
      {changes.moved.length > 0 && (
        <Section id="moved" title="Moved" beside={counted(changes.moved.length, "item")}>
          <ChangeList items={changes.moved} {...lists} />
        </Section>
      )}
      {changes.still.length > 0 && (
        <Section id="still" title="Still so" beside={`${counted(changes.still.length, "item")}, on newer evidence`}>
          <ChangeList items={changes.still} {...lists} />
        </Section>
      )}
      {changes.amended.length > 0 && (
        <Section id="corrected" title="Corrected here" beside="the record changed, not the world">
          <AmendmentList amended={changes.amended} />
        </Section>
      )}
      {late.length > 0 && (
        <Section id="late" title="Reported late" beside={`certainly more than ${LATE_AFTER_DAYS} days after it was so`}>
          <LateList items={late} />
        </Section>
      )}
      {diff.items.length > 0 && diff.items.length <= 200 && (
        <TakeAlong
          filters={{ items: diff.items.map(({ id }) => id) }}
          asOf={{ ...view.input, knownOn: to }}
          form="line"
        />
      )}
      {changes.entries === 0 && changes.moved.length === 0 && <NearestNews from={from} to={to} view={view} />}
    </>
  );
}

/** Where a reader finds the next day with something on it. */
async function NearestNews({ from, to, view }: { from: Day; to: Day; view: AsOfView }) {
  const { before, after } = await nearestNews(from, to, view);
  const near = [before, after].filter((day) => day !== null);
  if (near.length === 0) return <NoData>Nothing had become known on any day that this page can see.</NoData>;
  return (
    <NoData>
      The nearest {near.length === 1 ? "day" : "days"} with news:{" "}
      {near.map((day, i) => (
        <span key={day}>
          {i > 0 && " and "}
          <Link href={`/changes?from=${addDays(day, -1)}&to=${day}`}>{formatDayShort(day)}</Link>
        </span>
      ))}
      .
    </NoData>
  );
}
