import { formatDay } from "@readout/core/edtf-text";
import { isAtLeast } from "@readout/core/role";
import { dayOfInstant, type Instant } from "@readout/core/time";
import type { Metadata } from "next";
import { DeskLinks } from "../../desk/desk-links.tsx";
import { deskPage, requireMe } from "../../desk/desk-page.tsx";
import { DraftRows } from "../../desk/draft-list.tsx";
import { loadNames } from "../../desk/load-names.ts";
import { deskSentence } from "../../desk/sentence.ts";
import { lookedWords, overdueWords, shownOf } from "../../review/due-words.ts";
import { ProposalList } from "../../review/proposal-list.tsx";
import { api, now as serverNow } from "../../trpc/server.ts";
import { NoData } from "../../ui/no-data.tsx";
import { Section } from "../../ui/section.tsx";
import { Status } from "../../ui/status.tsx";
import { loadDrafts } from "./load-drafts.ts";

export const metadata: Metadata = { title: "Desk" };

const SHOWN = 8;
const LOOKED_THROUGH = 200;

/** What waits for whoever looks. */
export default deskPage("analyst", async () => {
  const now = serverNow() as Instant;
  const [me, drafts, { proposals }, due, names] = await Promise.all([
    requireMe(),
    loadDrafts(now),
    api.proposals.list({ limit: LOOKED_THROUGH }),
    api.review.due({ limit: LOOKED_THROUGH }),
    loadNames(),
  ]);
  const waiting = proposals.filter(({ state, author }) => state === "waiting" && author !== me.id);
  const own = proposals.filter(({ author }) => author === me.id);
  const ownWaiting = own.filter(({ state }) => state === "waiting");
  const ownDecided = own.filter(({ state }) => state !== "waiting");
  const dueOf = shownOf(Math.min(due.items.length, SHOWN), due.items.length, due.nextCursor !== null);
  return (
    <>
      <h1 className="lead">
        {deskSentence({ drafts: drafts.length, waiting: waiting.length, own: ownWaiting.length, due })}
      </h1>
      <div className="cols desk-cols">
        <div>
          <Section id="drafts" title="Your drafts" beside="last written first">
            <DraftRows drafts={drafts} person={me.id}>
              <NoData>
                None. What you type at the desk is kept here until you send it, also when you are signed out.
              </NoData>
            </DraftRows>
          </Section>
          <Section id="waiting" title="Waiting for somebody" beside={<a href="/desk/review">the whole queue</a>}>
            {waiting.length === 0 ? (
              <NoData>Nobody’s proposal waits for you.</NoData>
            ) : (
              <ProposalList proposals={waiting.slice(0, SHOWN)} names={names} now={now} />
            )}
          </Section>
          {own.length > 0 && (
            <Section id="own" title="Your own proposals">
              {ownWaiting.length > 0 && <ProposalList proposals={ownWaiting} names={names} now={now} own />}
              {ownDecided.length > 0 && (
                <ProposalList proposals={ownDecided.slice(0, SHOWN)} names={names} now={now} own />
              )}
            </Section>
          )}
        </div>
        <aside aria-label="Beside">
          <Section
            id="due"
            title="Due for a look"
            beside={
              <>
                {dueOf !== null && <>{dueOf}, longest overdue first · </>}
                <a href="/desk/review#due">{dueOf === null ? "the whole queue" : "all of them"}</a>
              </>
            }
          >
            {due.items.length === 0 ? (
              <NoData>
                {due.nextDueOn === null ? "Nothing." : `Nothing. Next look due on ${formatDay(due.nextDueOn)}.`}
              </NoData>
            ) : (
              <ul className="rows">
                {due.items.slice(0, SHOWN).map((item) => (
                  <li key={item.id}>
                    <a className="row-title" href={`/items/${item.id}`}>
                      {item.title}
                    </a>
                    <p className="small">
                      <Status reading={item.reading} subject={item.statusSubject} />
                    </p>
                    <p className="dim small">
                      {overdueWords(item.dueOn, dayOfInstant(now))}, {lookedWords(item)}
                    </p>
                  </li>
                ))}
              </ul>
            )}
          </Section>
          <Section id="links" title="Begin">
            <DeskLinks records={isAtLeast(me.role, "editor")} />
          </Section>
        </aside>
      </div>
    </>
  );
});
