import { disagreementWords, verdictWords } from "@readout/core/disagreement-words";
import { formatShort } from "@readout/core/edtf-text";
import { type Entry, isNamedEntry } from "@readout/core/entry";
import type { ItemDetail } from "@readout/core/item";
import { statusWord } from "@readout/core/status";
import { factsOf } from "@readout/core/visible";
import { counted } from "@readout/core/wording";
import type { Metadata } from "next";
import { AddedNote } from "../../../../desk/added-note.tsx";
import { deskPage } from "../../../../desk/desk-page.tsx";
import type { Option } from "../../../../editing/form/field.tsx";
import { History } from "../../../../editing/history/history.tsx";
import { loadItemHistory } from "../../../../editing/history/load-history.ts";
import { ItemForm } from "../../../../editing/items/item-form.tsx";
import { itemSentence } from "../../../../editing/items/item-sentence.ts";
import { Milestones } from "../../../../editing/milestones/milestones.tsx";
import { titleOrMissing } from "../../../../shell/or-missing.tsx";
import { api } from "../../../../trpc/server.ts";
import { NoData } from "../../../../ui/no-data.tsx";
import { Section } from "../../../../ui/section.tsx";
import { actorChoices, itemChoices } from "../../choices.ts";
import { loadForm } from "../../load-form.ts";
import "../../../../editing/form/edit-page.css";

type EditItemProps = {
  params: Promise<{ itemId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

async function EditItemPage({ params, searchParams }: EditItemProps) {
  const { itemId: id } = await params;
  const search = await searchParams;
  const { decide } = search;
  const [item, { entries }, items, actors, form] = await Promise.all([
    api.items.get({ id }),
    api.items.entries({ id }),
    itemChoices(),
    actorChoices(),
    loadForm((place) => place === `item:${id}` || new RegExp(`^(milestone|verdict):${id}:`).test(place)),
  ]);
  const { keeping, keepingAt, today, signInHref } = form;
  return (
    <>
      <p className="crumb">
        <a href={`/items/${id}`}>The public page</a> / edit
      </p>
      <h1 className="page-title">
        <bdi>{item.title}</bdi>
      </h1>
      <p className="page-lead">{itemSentence(item, today)}</p>
      <AddedNote search={search}>
        The item is open and stands for everyone. <a href={`/desk/items/${id}/record`}>Record its first entry</a>
      </AddedNote>
      <div className="edit-page">
        <Section id="framing" title="What it asks" beside="edits keep their history">
          <ItemForm
            item={item}
            choices={{ items: items.filter((choice) => choice.id !== id), actors }}
            keeping={keepingAt[`item:${id}`] ?? keeping}
            today={today}
            signInHref={signInHref}
          />
        </Section>
        <div>
          <Section id="dates" title="Dates">
            <Milestones
              itemId={id}
              milestones={item.milestones}
              entries={entryOptions(entries)}
              deciding={typeof decide === "string" ? Number(decide) : null}
              {...{ today, keeping, keepingAt, signInHref }}
            />
          </Section>
          <Section
            id="disagreements"
            title="Where sources disagree"
            beside={<a href={`/desk/disagreements/new?item=${id}`}>set sources side by side</a>}
          >
            <Disagreements item={item} />
          </Section>
          <Section id="ledger" title="Ledger" beside={<a href={`/desk/items/${id}/record`}>record an entry</a>}>
            <NoData>
              {item.head === 0
                ? "Nothing recorded yet: the item has no status."
                : `${counted(item.head, "entry", "entries")}. Entries are corrected and retracted from the public page, never edited.`}
            </NoData>
          </Section>
        </div>
      </div>
      <History edits={await loadItemHistory(item)} open />
    </>
  );
}

function Disagreements({ item }: { item: ItemDetail }) {
  if (item.disagreements.length === 0) return <NoData>None is recorded on this item.</NoData>;
  return (
    <ul className="rows">
      {item.disagreements.map(({ id, type, summary, verdict }) => (
        <li key={id}>
          <a className="row-title" href={`/desk/disagreements/${id}`}>
            {summary}
          </a>
          <p className="dim small">
            {disagreementWords[type]} · {verdict === null ? "no verdict yet" : verdictWords[verdict]}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Entries that may show what became of a date, the last first. */
function entryOptions(entries: readonly Entry[]): Option[] {
  const named = new Set(entries.filter(isNamedEntry).map(({ seq }) => seq));
  return factsOf(entries)
    .flatMap((fact) =>
      fact.kind !== "review" && fact.retractedBy === null && named.has(fact.seq)
        ? [
            {
              value: String(fact.seq),
              words: `entry ${fact.seq}: ${statusWord(fact.status)}, ${formatShort(fact.effective)}`,
            },
          ]
        : [],
    )
    .reverse();
}

async function titleOf({ params }: EditItemProps): Promise<Metadata> {
  const { title } = await api.items.get({ id: (await params).itemId });
  return { title: `Edit: ${title}` };
}

export const generateMetadata = titleOrMissing(titleOf);
export default deskPage("editor", EditItemPage);
