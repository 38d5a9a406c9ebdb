import type { Metadata } from "next";
import { atDay } from "../../as-of/links.ts";
import { requestHref } from "../../as-of/request.ts";
import { readAsOf } from "../../as-of/search-params.ts";
import { Shell } from "../../shell/shell.tsx";

export const metadata: Metadata = { title: "This day cannot be read", robots: { index: false } };

const meanings = { knownOn: "The day known on", validOn: "The day in the world", basis: "The basis" } as const;

/** The 400 page: what could not be read, what can be, and the way on. The proxy shows it under the address asked for. */
export default async function MalformedDayPage() {
  const href = await requestHref();
  const { faults } = readAsOf(new URL(href, "http://readout.invalid").searchParams);
  return (
    <Shell>
      <h1 className="page-title">This day cannot be read</h1>
      <ul className="page-lead">
        {faults.map(({ path, given, message }) => (
          <li key={path}>
            {meanings[path]} (<code>{path}</code>): <q>{given}</q> {message}.
          </li>
        ))}
      </ul>
      <p className="page-lead">
        A day is written as in <code>2017-08-07</code> or 7 August 2017, between the years 1 and 9999.{" "}
        <a href={atDay(href, {})}>The same page as known today</a>
      </p>
    </Shell>
  );
}
