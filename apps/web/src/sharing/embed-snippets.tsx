import type { AsOfInput } from "@readout/core/as-of";
import { use } from "react";
import { atDay } from "../as-of/links.ts";
import { requestAsOf } from "../as-of/request.ts";
import type { AsOfView } from "../as-of/search-params.ts";
import { publicUrl } from "../trpc/server.ts";
import { PageScript } from "../ui/page-script.tsx";
import styles from "./embed-snippets.module.css";

/** What another site shows an item with: a card or a badge, alive or pinned to the day shown; for the end of an item's page. */
export function EmbedSnippets({ id, title }: { id: string; title: string }) {
  const view = use(requestAsOf());
  return (
    <details className={`${styles.embed} on-screen`}>
      <summary>Embed this item</summary>
      <Snippets heading="As it stands on the day it is looked at" id={id} title={title} asOf={{}} />
      <Snippets heading={pinnedHeading(view)} id={id} title={title} asOf={pinnedTo(view)} />
      <PageScript name="copy" />
    </details>
  );
}

/** Of today, what Readout shows is pinned: that stays as it was even where an entry is corrected. */
const pinnedTo = (view: AsOfView): AsOfInput =>
  view.state === "today" ? { knownOn: view.today, basis: "recorded" } : view.input;

const pinnedHeading = (view: AsOfView): string =>
  view.state === "today" ? "As Readout shows it today, for good" : "As on this page";

type SnippetsProps = { heading: string; id: string; title: string; asOf: AsOfInput };

function Snippets({ heading, id, title, asOf }: SnippetsProps) {
  const site = publicUrl();
  const [page, badge, card] = [`/items/${id}`, `/badge/${id}.svg`, `/embed/items/${id}`].map(
    (path) => `${site}${atDay(path, asOf)}`,
  ) as [string, string, string];
  const name = attribute(title);
  const texts: [label: string, text: string][] = [
    ["Card", `<iframe src="${attribute(card)}" title="${name}" width="420" height="300" loading="lazy"></iframe>`],
    ["Badge, HTML", `<a href="${attribute(page)}"><img src="${attribute(badge)}" alt="${name}" height="28"></a>`],
    ["Badge, Markdown", `[![${title.replace(/[[\]\\]/g, "\\$&")}](${badge})](${page})`],
  ];
  return (
    <fieldset className={styles.group}>
      <legend>{heading}</legend>
      {texts.map(([label, text]) => {
        const fieldId = `${"knownOn" in asOf || "validOn" in asOf ? "pinned" : "live"}-${label.replace(/\W+/g, "-")}`;
        return (
          <div key={label} data-copy="">
            <label htmlFor={fieldId}>{label}</label>
            <textarea id={fieldId} readOnly rows={3} spellCheck={false} defaultValue={text} />
          </div>
        );
      })}
    </fieldset>
  );
}

const attribute = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
