import "server-only";
import { type Day, dayOfInstant, type Instant } from "@readout/core/time";
import { signInHref } from "../../accounts/next-path.ts";
import { requestHref } from "../../as-of/request.ts";
import { requireMe } from "../../desk/desk-page.tsx";
import type { Keeping } from "../../editing/form/use-edit-form.ts";
import { orNull } from "../../shell/or-missing.tsx";
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
  // Whoever saves in the same moment discards the draft: one that was listed may be gone.
  const found = await Promise.all(ours.map(({ place }) => orNull(api.drafts.get({ place }))));
  const kept = found.filter((draft) => draft !== null);
  return {
    keeping: { person: me.id, kept: null },
    keepingAt: Object.fromEntries(kept.map((draft) => [draft.place, { person: me.id, kept: draft }])),
    today: dayOfInstant(now() as Instant),
    signInHref: signInHref(href, { ended: true }),
  };
}
