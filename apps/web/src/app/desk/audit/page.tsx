import type { AuditPage } from "@readout/core/audit";
import { counted } from "@readout/core/wording";
import type { Metadata } from "next";
import { AuditRows } from "../../../desk/audit/audit-rows.tsx";
import { FilterForm } from "../../../desk/audit/filter-form.tsx";
import { auditHref, parseAudit } from "../../../desk/audit/search-params.ts";
import { deskPage } from "../../../desk/desk-page.tsx";
import { api, refusalOf } from "../../../trpc/server.ts";
import { NoData } from "../../../ui/no-data.tsx";
import { Section } from "../../../ui/section.tsx";

export const metadata: Metadata = { title: "Audit log" };

const ROWS = 50;

type AuditPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default deskPage("admin", async ({ searchParams }: AuditPageProps) => {
  const { typed, question, faults } = parseAudit(await searchParams);
  const [page, { people }] = await Promise.all([question === null ? null : list(question), api.people.list({})]);
  const narrowed = Object.values(typed).some((value) => value !== "");
  return (
    <>
      <h1 className="lead">Every act that wrote something: who, what, when, from where, before and after.</h1>
      <FilterForm typed={typed} faults={faults} people={people} />
      <Section id="log" title="Audit log" beside="newest first, times in UTC">
        {faults.length > 0 ? (
          <NoData>Nothing was asked: {counted(faults.length, "field")} above cannot be read.</NoData>
        ) : page === null ? (
          <NoData>
            This place in the log cannot be found again. <a href={auditHref(typed)}>From the beginning</a>
          </NoData>
        ) : page.rows.length === 0 ? (
          <NoData>
            {narrowed ? "No act fits all of these." : "Nothing was written yet."}
            {narrowed && (
              <>
                {" "}
                <a href="/desk/audit">Show everything</a>
              </>
            )}
          </NoData>
        ) : (
          <>
            <AuditRows rows={page.rows} names={new Map(people.map(({ id, name }) => [id, name]))} />
            {(page.nextCursor !== null || question?.cursor !== undefined) && (
              <nav className="paging" aria-label="Pages of the log">
                {question?.cursor !== undefined && <a href={auditHref(typed)}>From the beginning</a>}
                {page.nextCursor !== null && (
                  <a rel="next" className="button" href={auditHref(typed, page.nextCursor)}>
                    {ROWS} older acts
                  </a>
                )}
              </nav>
            )}
          </>
        )}
      </Section>
    </>
  );
});

/** A page of the log; null when the cursor leads nowhere. */
async function list(question: NonNullable<ReturnType<typeof parseAudit>["question"]>): Promise<AuditPage | null> {
  try {
    return await api.audit.list({ ...question, limit: ROWS });
  } catch (error) {
    if (question.cursor !== undefined && refusalOf(error)?.code === "invalid_input") return null;
    throw error;
  }
}
