import { atDay } from "../as-of/links.ts";
import { requestAsOf, requestHref } from "../as-of/request.ts";
import { asOfSentence } from "../as-of/words.ts";
import { Link } from "../ui/link.tsx";
import { RunningLine } from "./running-line.tsx";

/** What this is, on which day it was read, and how to take it along. */
export async function Footer() {
  const asOf = await requestAsOf();
  const permanent = atDay(await requestHref(), { ...asOf.input, knownOn: asOf.instant ?? asOf.knownOn });
  return (
    <footer className="foot">
      <RunningLine text={asOfSentence(asOf)} />
      <div className="wrap">
        <p className="as-of-sentence">
          {asOfSentence(asOf)}
          {asOf.knownOn < asOf.today &&
            " Titles, questions and the dates that an item was taken up with are shown on every day."}
        </p>
        <p>
          Readout follows open matters between states: where each stands, on what evidence, and what was known on a
          given day. Every status is a reading of a ledger that is only ever added to. The first items come from five
          news articles of 2017 and 2018 and from public pages on what followed; ratings are shown as they were stated.
        </p>
        <ul>
          <li>
            <a href={permanent}>Link to this day</a>
          </li>
          <li>
            <Link href="/docs/api">API</Link>
          </li>
        </ul>
      </div>
    </footer>
  );
}
