import { boundsOf } from "@readout/core/edtf";
import { formatShort } from "@readout/core/edtf-text";
import type { ItemRow } from "@readout/core/item";
import type { Milestone } from "@readout/core/milestone";
import { dueOf, isUndecided } from "@readout/core/milestone-words";
import type { ItemSort } from "@readout/core/read";
import { isOverdueForReview } from "@readout/core/reading";
import { statusWord } from "@readout/core/status";
import type { Day } from "@readout/core/time";
import { formatAhead, formatDue, formatOrigins, joinWords } from "@readout/core/wording";
import type { ReactNode } from "react";
import { atDay } from "../as-of/links.ts";
import type { AsOfView } from "../as-of/search-params.ts";
import type { Domain } from "../charts/axis.ts";
import { ItemStrip, StripAxis } from "../charts/item-strip/item-strip.tsx";
import { seriesOfRow } from "../charts/status-series.ts";
import { Glyph } from "../ui/glyph.tsx";
import { statusLabel } from "../ui/status.tsx";

export type ItemGroup = { id: string; title: string | null; rows: readonly ItemRow[]; count: number | null };

type ItemTableProps = {
  groups: readonly ItemGroup[];
  view: AsOfView;
  domain: Domain;
  /** Two lines a row, for the few that matter most. */
  big?: boolean;
  /** What stands in the heads of the columns that sort; plain words by default. */
  heads?: { item?: ReactNode; since?: ReactNode; due?: ReactNode; reviewed?: ReactNode };
  /** The order of the rows, for who cannot see which head says so. */
  sorted?: ItemSort;
  label: string;
};

/** Items with where they stand: one row an item, in groups or without. */
export function ItemTable({ groups, view, domain, big = false, heads = {}, sorted, label }: ItemTableProps) {
  return (
    <table className={big ? "items big" : "items"} aria-label={label}>
      <colgroup>
        <col className="c-t" />
        <col className="c-s" />
        <col className="c-w" />
        <col />
        <col className="c-n" />
        <col className="c-o" />
        <col className="c-l" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col" aria-sort={sorted === "title" ? "ascending" : undefined}>
            {heads.item ?? "Item"}
          </th>
          <th scope="col">Status of …</th>
          <th scope="col" aria-sort={sorted === "moved" ? "descending" : undefined}>
            {heads.since ?? "Since"}
          </th>
          <th scope="col">
            <StripAxis domain={domain} />
            <span className="vh">Status over time</span>
          </th>
          <th scope="col" aria-sort={sorted === "due" ? "ascending" : undefined}>
            {heads.due ?? "Next date"}
          </th>
          <th scope="col">Origins</th>
          <th scope="col" aria-sort={sorted === "reviewed" ? "ascending" : undefined}>
            {heads.reviewed ?? "Last reviewed"}
          </th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.id}>
          {group.title !== null && (
            <tr className="grp">
              <th colSpan={7} scope="rowgroup">
                {group.title}
                {group.count !== null && <span className="cnt">{group.count}</span>}
              </th>
            </tr>
          )}
          {group.rows.map((row) => (
            <Row key={row.id} row={row} view={view} domain={domain} big={big} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

type RowProps = { row: ItemRow; view: AsOfView; domain: Domain; big: boolean };

function Row({ row, view, domain, big }: RowProps) {
  const { reading, statusSubject } = row;
  const due = nextDate(row.milestones ?? [], view.validOn);
  const series = row.intervals && seriesOfRow({ intervals: row.intervals, reading, end: view.validOn });
  return (
    <tr>
      <td className="t">
        <a href={atDay(`/items/${row.id}`, view.input)} title={row.title}>
          <bdi>{row.title}</bdi>
        </a>
      </td>
      <td className="s">
        <StatusCell row={row} big={big} subject={statusSubject} />
      </td>
      <td className="w">
        {reading.since !== null && (
          <>
            <span className="lab">since </span>
            {formatShort(reading.since)}
          </>
        )}
      </td>
      <td className="p">{series && <ItemStrip series={series} domain={domain} height={big ? 38 : 24} />}</td>
      <td className="n">{due !== null && <NextDate due={due} on={view.validOn} />}</td>
      <td className="o">
        {reading.status !== null && (
          <>
            <span className="lab">origins </span>
            {reading.origins === 1 ? <b>single</b> : formatOrigins(reading.origins)}
          </>
        )}
      </td>
      <td className="l">
        <Reviewed day={reading.lastReviewed} every={row.reviewEveryDays} knownOn={view.knownOn} />
      </td>
    </tr>
  );
}

function StatusCell({ row, subject, big }: { row: ItemRow; subject: string; big: boolean }) {
  const { status, alternatives } = row.reading;
  const possibly = alternatives.length === 0 ? "" : joinWords(alternatives.map(statusWord), "or");
  const word = status !== null ? statusLabel(status) : alternatives.length > 0 ? "No status yet" : "Not yet raised";
  const rest = [subject, possibly && `possibly ${status === null ? "" : "already "}${possibly}`]
    .filter(Boolean)
    .join(", ");
  return (
    <>
      <span className="st">
        <Glyph status={status} />
        {word}
      </span>{" "}
      <span className={big ? "sub" : "subject"} title={rest}>
        {rest}
      </span>
    </>
  );
}

function Reviewed({ day, every, knownOn }: { day: Day | null; every: number; knownOn: Day }) {
  if (day === null) return null;
  return (
    <>
      <span className="lab">reviewed </span>
      {formatShort(day)}
      {isOverdueForReview(day, every, knownOn) && (
        <>
          , <b>not since</b>
        </>
      )}
    </>
  );
}

/** A date ahead with how far off it is. */
function NextDate({ due, on }: { due: string; on: Day }) {
  const { earliest, latest } = boundsOf(due);
  return (
    <>
      <span className="lab">next date </span>
      {formatDue(due)}
      {latest !== null && <span className="left">{formatAhead(earliest, latest, on)}</span>}
    </>
  );
}

/** The first date that is not over on the day shown, and of which nobody said what became of it. */
function nextDate(milestones: readonly Milestone[], on: Day): string | null {
  const ahead = milestones
    .filter((milestone) => isUndecided(milestone))
    .map((milestone) => dueOf(milestone))
    .map((date) => ({ date, latest: boundsOf(date).latest }))
    .filter((due): due is { date: typeof due.date; latest: Day } => due.latest !== null && due.latest >= on)
    .sort((a, b) => (a.latest < b.latest ? -1 : a.latest > b.latest ? 1 : 0));
  return ahead[0]?.date ?? null;
}
