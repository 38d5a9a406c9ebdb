import { ItemId } from "@readout/core/id";
import type { Metadata } from "next";
import { deskPage } from "../../../../desk/desk-page.tsx";
import { NewDisagreementForm } from "../../../../editing/disagreements/disagreement-form.tsx";
import { itemChoices, sourceChoices } from "../../choices.ts";
import { loadForm } from "../../load-form.ts";

export const metadata: Metadata = { title: "Set sources side by side" };

type NewDisagreementProps = { searchParams: Promise<{ item?: string | string[] }> };

async function NewDisagreementPage({ searchParams }: NewDisagreementProps) {
  const itemId = ItemId.safeParse((await searchParams).item).data ?? null;
  const place = itemId === null ? "disagreement:new" : `disagreement:new:${itemId}`;
  const [items, sources, form] = await Promise.all([itemChoices(), sourceChoices(), loadForm((at) => at === place)]);
  return (
    <>
      {itemId !== null && (
        <p className="crumb">
          <a href={`/desk/items/${itemId}`}>{items.find(({ id }) => id === itemId)?.name ?? itemId}</a> / disagreement
        </p>
      )}
      <h1 className="page-title">Set sources side by side</h1>
      <p className="page-lead">
        Where sources differ, each claim stands with its passages and nothing is averaged away. A verdict may come
        later.
      </p>
      <NewDisagreementForm
        key={place}
        itemId={itemId}
        choices={{ items, sources }}
        keeping={form.keepingAt[place] ?? form.keeping}
        today={form.today}
        signInHref={form.signInHref}
      />
    </>
  );
}

export default deskPage("editor", NewDisagreementPage);
