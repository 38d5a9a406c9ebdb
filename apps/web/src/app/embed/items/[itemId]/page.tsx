import type { Metadata } from "next";
import { requestAsOf } from "../../../../as-of/request.ts";
import { pageMetadata } from "../../../../as-of/title.ts";
import { EmbedCard } from "../../../../sharing/embed-card.tsx";
import { loadShared } from "../../../../sharing/load-shared.ts";
import { orNull } from "../../../../shell/or-missing.tsx";

type EmbedPageProps = { params: Promise<{ itemId: string }> };

const requested = async ({ params }: EmbedPageProps) =>
  orNull(loadShared((await params).itemId, (await requestAsOf()).input));

/** The item's own page is what is to be found. */
export async function generateMetadata(props: EmbedPageProps): Promise<Metadata> {
  const shared = await requested(props);
  if (shared === null) return { title: "No such item", robots: { index: false } };
  const { item, words } = shared;
  const metadata = await pageMetadata(item.title, `${words.status}${words.rest}.`, {
    about: `/items/${item.id}`,
    picture: `/og/items/${item.id}.png`,
  });
  return { ...metadata, robots: { index: false, follow: true } };
}

/** A card of one item for other sites: `?theme=light` or `dark`, alive, or pinned by the as-of. */
export default async function EmbedPage(props: EmbedPageProps) {
  const shared = await requested(props);
  return (
    <main data-still="" {...(shared === null ? { "data-status": "404" } : {})}>
      {shared === null ? (
        <div className="p-4">
          <h1 className="st">No such item</h1>
          <p className="dim small">What stood here has another address, or was never there.</p>
        </div>
      ) : (
        <EmbedCard {...shared} />
      )}
    </main>
  );
}
