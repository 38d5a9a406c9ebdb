import { ListAudit } from "@readout/core/audit";
import type { FieldFault } from "@readout/core/error";

/** What the audit page was asked for, as typed. */
export type TypedAudit = Readonly<Record<(typeof auditFields)[number], string>>;

export const auditFields = ["who", "act", "subjectType", "subjectId", "from", "to"] as const;

/** The question in an address, and what of it cannot be read; empty fields ask for nothing, unknown ones are passed over. */
export function parseAudit(params: Record<string, string | string[] | undefined>): {
  typed: TypedAudit;
  question: Omit<ListAudit, "limit"> | null;
  faults: FieldFault[];
} {
  const first = (name: string) => String([params[name] ?? ""].flat()[0] ?? "").trim();
  const typed = Object.fromEntries(auditFields.map((name) => [name, first(name)])) as TypedAudit;
  const asked = Object.entries({ ...typed, cursor: first("cursor") }).filter(([, value]) => value !== "");
  const parsed = ListAudit.safeParse(Object.fromEntries(asked));
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
    return { typed, question: null, faults };
  }
  const { limit: _, ...question } = parsed.data;
  return { typed, question, faults: [] };
}

/** The address of the log under filters, from `cursor` on. */
export function auditHref(filters: Partial<TypedAudit>, cursor: string | null = null): string {
  const asked = Object.entries(filters).filter(([, value]) => value !== "");
  const query = new URLSearchParams([...asked, ...(cursor === null ? [] : [["cursor", cursor]])] as [string, string][]);
  return query.size === 0 ? "/desk/audit" : `/desk/audit?${query}`;
}
