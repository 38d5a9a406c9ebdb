import "server-only";
import { type Day, dayOfInstant, type Instant } from "@readout/core/time";
import { signInHref } from "../../accounts/next-path.ts";
import { requestHref } from "../../as-of/request.ts";
import { requireMe } from "../../desk/desk-page.tsx";
import type { Keeping } from "../../editing/form/use-edit-form.ts";
import { api, now } from "../../trpc/server.ts";

/** What every form of a page needs; `keepingAt` has a place only where the server keeps something for it. */
export type FormSurroundings = {
  keeping: Keeping;
  keepingAt: Record<string, Keeping>;
  today: Day;
  signInHref: string;
};

/**
 * Who types, on which day, and what is kept of what was typed.
 *
 * @param isOurs which places belong to the forms of the page
 */
export async function loadForm(isOurs: (place: string) => boolean): Promise<FormSurroundings> {
  const [me, href, { drafts }] = await Promise.all([requireMe(), requestHref(), api.drafts.list({})]);
  const ours = drafts.filter(({ place }) => isOurs(place));
  const kept = await Promise.all(ours.map(({ place }) => api.drafts.get({ place })));
  return {
    keeping: { person: me.id, kept: null },
    keepingAt: Object.fromEntries(kept.map((draft) => [draft.place, { person: me.id, kept: draft }])),
    today: dayOfInstant(now() as Instant),
    signInHref: signInHref(href, { ended: true }),
  };
}
