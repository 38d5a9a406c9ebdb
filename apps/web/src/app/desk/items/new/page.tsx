import type { Metadata } from "next";
import { deskPage } from "../../../../desk/desk-page.tsx";
import { NewItemForm } from "../../../../editing/items/new-item-form.tsx";
import { actorChoices, itemChoices } from "../../choices.ts";
import { loadForm } from "../../load-form.ts";

const place = "item:new";

export const metadata: Metadata = { title: "Open an item" };

async function NewItemPage() {
  const [items, actors, form] = await Promise.all([itemChoices(), actorChoices(), loadForm((at) => at === place)]);
  return (
    <>
      <h1 className="page-title">Open an item</h1>
      <p className="page-lead">
        An item is one question between states that stays open until something settles it. Its ledger begins empty; what
        it asks can be edited later, with a history.
      </p>
      <NewItemForm
        choices={{ items, actors }}
        keeping={form.keepingAt[place] ?? form.keeping}
        today={form.today}
        signInHref={form.signInHref}
      />
    </>
  );
}

export default deskPage("editor", NewItemPage);
