import type { ActorDetail } from "@readout/core/actor";
import type { ItemDetail } from "@readout/core/item";
import type { SourceDetail } from "@readout/core/source";
import type { Instant } from "@readout/core/time";
import type { ListedDraft } from "../../desk/draft-list.tsx";
import { type DraftPlaceWords, draftPlaceWords } from "../../desk/draft-words.ts";
import { waitedFor } from "../../review/words.ts";
import { api } from "../../trpc/server.ts";

/** One's own drafts with what each is about. */
export async function loadDrafts(now: Instant): Promise<ListedDraft[]> {
  const { drafts } = await api.drafts.list({});
  return Promise.all(
    drafts.map(async ({ place, savedAt }) => {
      const words = draftPlaceWords(place);
      return {
        place,
        href: words?.href ?? null,
        what: words?.what ?? place,
        title: words?.subject == null ? null : await titleOf(words.subject),
        kept: waitedFor(savedAt, now),
      };
    }),
  );
}

/** What something is called; its id where it is not there any more, or not yet. */
async function titleOf({ type, id }: NonNullable<DraftPlaceWords["subject"]>): Promise<string> {
  try {
    if (type === "item") return (await api.items.get({ id: id as ItemDetail["id"] })).title;
    if (type === "source") return (await api.sources.get({ id: id as SourceDetail["id"] })).title;
    if (type === "actor") return (await api.actors.get({ id: id as ActorDetail["id"] })).name;
    return id;
  } catch {
    return id;
  }
}
