import type { AsOfInput } from "@readout/core/as-of";
import type { ExportFilters } from "@readout/core/export";
import { Fragment } from "react";
import { withParams } from "../as-of/links.ts";
import { briefHref, exportHref } from "./export-href.ts";
import "./take-along.css";

type TakeAlongProps = {
  /** What is taken along: items by name, or a list by its filters. */
  filters: ExportFilters;
  /** The day shown; feeds and calendars show today, whichever it is. */
  asOf: AsOfInput;
  /** `list`: a line each, for an aside; `line`: all in one. */
  form: "list" | "line";
};

type Way = { href: string; words: string; note: string };

/** What can be taken along from here, on the day and with the filters that the page shows. */
export function TakeAlong({ filters, asOf, form }: TakeAlongProps) {
  const ways = waysOf(filters, asOf);
  if (form === "list")
    return (
      <ul className="take-along">
        {ways.map(({ href, words, note }) => (
          <li key={words}>
            <a href={href}>{words}</a> <span className="dim">{note}</span>
          </li>
        ))}
      </ul>
    );
  return (
    <p className="take-along-line">
      Take along:{" "}
      {ways.map(({ href, words, note }, i) => (
        <Fragment key={words}>
          {i > 0 && " · "}
          <a href={href} title={note}>
            {words}
          </a>
        </Fragment>
      ))}
    </p>
  );
}

function waysOf(filters: ExportFilters, asOf: AsOfInput): Way[] {
  const [item = null, ...others] = filters.items ?? [];
  const one = others.length === 0 ? item : null;
  const feed =
    one === null ? withParams("/feeds/changes.atom", { tag: filters.tag ?? null }) : `/items/${one}/feed.atom`;
  const calendar = withParams("/calendar.ics", { itemId: one, tag: filters.tag ?? null });
  return [
    {
      href: briefHref(filters, asOf),
      words: "Brief",
      note: one === null ? "a page an item, to print" : "one page, to print",
    },
    { href: exportHref("docx", filters, asOf), words: "DOCX", note: "the brief with the whole ledger" },
    { href: exportHref("md", filters, asOf), words: "Markdown", note: "the same as text" },
    { href: exportHref("xlsx", filters, asOf), words: "XLSX", note: "a workbook of entries and evidence" },
    { href: exportHref("csv", filters, asOf), words: "CSV", note: "one table, a row for each piece of evidence" },
    { href: exportHref("json", filters, asOf), words: "JSON", note: "everything, for programs" },
    { href: feed, words: "Feed", note: "Atom, to subscribe to what is recorded" },
    { href: calendar, words: "Calendar", note: "its dates, to subscribe to" },
  ];
}
