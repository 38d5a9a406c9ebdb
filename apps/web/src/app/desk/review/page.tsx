import { formatDay } from "@readout/core/edtf-text";
import { isAtLeast } from "@readout/core/role";
import { dayOfInstant, type Instant } from "@readout/core/time";
import { counted } from "@readout/core/wording";
import type { Metadata } from "next";
import { deskPage, requireMe } from "../../../desk/desk-page.tsx";
import { loadNames } from "../../../desk/load-names.ts";
import { DueList } from "../../../review/due-list.tsx";
import { ProposalList } from "../../../review/proposal-list.tsx";
import { queueSentence } from "../../../review/words.ts";
import { api, now as serverNow } from "../../../trpc/server.ts";
import { NoData } from "../../../ui/no-data.tsx";
import { Section } from "../../../ui/section.tsx";

export const metadata: Metadata = { title: "Review queue" };

const MOST_WAITING = 200;
const DUE = 50;

type ReviewPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default deskPage("analyst", async ({ searchParams }: ReviewPageProps) => {
  const cursor = (await searchParams).due;
  const [me, { proposals }, due, names] = await Promise.all([
    requireMe(),
    api.proposals.list({ state: "waiting", limit: MOST_WAITING }),
    api.review.due({ limit: DUE, ...(typeof cursor === "string" && { cursor }) }),
    loadNames(),
  ]);
  const now = serverNow() as Instant;
  const others = proposals.filter(({ author }) => author !== me.id);
  const own = proposals.filter(({ author }) => author === me.id);
  const nextLook = due.nextDueOn === null ? null : `Next look due on ${formatDay(due.nextDueOn)}.`;
  return (
    <>
      <h1 className="lead">
        {queueSentence(proposals, me.id, now)}{" "}
        {due.items.length === 0
          ? nextLook
          : `${counted(due.items.length, "item is", "items are")}${due.nextCursor === null ? "" : " and more are"} due for a look.`}
      </h1>
      {others.length > 0 && (
        <Section id="waiting" title="Waiting" beside="oldest first">
          <ProposalList proposals={others} names={names} now={now} />
        </Section>
      )}
      {own.length > 0 && (
        <Section id="own" title="Your own" beside="somebody else decides">
          <ProposalList proposals={own} names={names} now={now} own />
        </Section>
      )}
      <Section id="due" title="Due for a look" beside="longest overdue first">
        <DueList items={due.items} today={dayOfInstant(now)} records={isAtLeast(me.role, "editor")}>
          <NoData>
            Somebody has looked at every open item within its cadence. {nextLook ?? "No open item is there to look at."}
          </NoData>
        </DueList>
        {(due.nextCursor !== null || cursor !== undefined) && (
          <nav className="paging" aria-label="Pages of what is due">
            {cursor !== undefined && <a href="/desk/review#due">From the beginning</a>}
            {due.nextCursor !== null && (
              <a rel="next" className="button" href={`/desk/review?due=${encodeURIComponent(due.nextCursor)}#due`}>
                Next {DUE} items
              </a>
            )}
          </nav>
        )}
      </Section>
    </>
  );
});
