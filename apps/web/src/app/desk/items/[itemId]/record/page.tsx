import { type Entry, isNamedEntry } from "@readout/core/entry";
import { type Day, dayOfInstant, type Instant } from "@readout/core/time";
import { type Fact, factsOf } from "@readout/core/visible";
import type { Metadata } from "next";
import { signInHref } from "../../../../../accounts/next-path.ts";
import { requestMe } from "../../../../../accounts/request-me.ts";
import { requestAsOf, requestHref } from "../../../../../as-of/request.ts";
import { deskPage, requireMe } from "../../../../../desk/desk-page.tsx";
import { proposesAs } from "../../../../../desk/proposes-as.ts";
import { RecordingDesk } from "../../../../../recording/recording-desk.tsx";
import { actWords, RecordingHead } from "../../../../../recording/recording-head.tsx";
import { RetractionDesk } from "../../../../../recording/retraction-desk.tsx";
import { titleOrMissing } from "../../../../../shell/or-missing.tsx";
import { api, now } from "../../../../../trpc/server.ts";
import { findDraft } from "./find-draft.ts";
import { type RecordSearch, readSearch } from "./search-params.ts";

type RecordPageProps = {
  params: Promise<{ itemId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

async function RecordPage({ params, searchParams }: RecordPageProps) {
  const { itemId: id } = await params;
  const search = readSearch(await searchParams);
  const [me, asOf, href] = await Promise.all([requireMe(), requestAsOf(), requestHref()]);
  const [item, ledger] = await Promise.all([api.items.get({ id }), api.items.entries({ id })]);
  const amended = search.amends === null ? null : amendable(ledger.entries, search.amends);
  const proposes = proposesAs(me);
  const past = asOf.knownOn < asOf.today;
  const head = <RecordingHead {...{ item, search, amended, past, proposes }} />;
  if (search.amends !== null && amended === null) return head;
  const common = {
    item,
    entries: ledger.entries,
    me: { id: me.id, role: me.role },
    proposes,
    kept: await findDraft(placeOf(id, search)),
    today: dayOfInstant(now() as Instant) as Day,
    signInHref: signInHref(href, { ended: true }),
  };
  return (
    <>
      {head}
      <noscript>
        <p className="failed">
          Recording needs script: it reads dates, shows what would change and keeps what you type.
        </p>
      </noscript>
      {search.act === "retract" && amended !== null ? (
        <RetractionDesk key={href} {...common} retracted={amended} />
      ) : (
        <RecordingDesk key={href} {...common} corrected={amended} kind={search.kind} />
      )}
    </>
  );
}

/** An entry in its corrected form, as long as it may be amended. */
function amendable(entries: readonly Entry[], seq: number): Fact | null {
  const named = entries.some((entry) => entry.seq === seq && isNamedEntry(entry));
  return (named && factsOf(entries).find((fact) => fact.seq === seq && fact.retractedBy === null)) || null;
}

const placeOf = (id: string, { act, amends }: RecordSearch): string =>
  amends === null ? `record:${id}` : `${act}:${id}:${amends}`;

async function titleOf({ params, searchParams }: RecordPageProps): Promise<Metadata> {
  const item = await api.items.get({ id: (await params).itemId });
  const me = await requestMe();
  const what = actWords(readSearch(await searchParams), me !== null && proposesAs(me));
  return { title: `${what}: ${item.title}` };
}

export const generateMetadata = titleOrMissing(titleOf);
export default deskPage("analyst", RecordPage);
