import { hrefOf } from "../views/view-href.ts";
import { viewStore } from "../views/view-store.ts";
import { findFirst, findTyped, Unanswered } from "./ask.ts";
import { dayOfPage, readPlace } from "./read-place.ts";
import { keepRecent, recentRows } from "./recent.ts";
import { type Place, type Row, restingRows, rowOfHit, rowsFor, sameDay } from "./rows.ts";

/** How long the fingers rest before the record is asked, in ms. */
const REST_MS = 120;
/** Less than this fits nearly everything. */
const SHORTEST = 2;

type Opening = { showKeyList: () => unknown; typed: string };

let palette: Palette | null = null;

/** Opens the palette over the page; Escape, or a choice, closes it, and the focus goes back to where it was. */
export function openPalette({ showKeyList, typed }: Opening): void {
  palette ??= new Palette(showKeyList);
  palette.open(typed);
}

class Palette {
  readonly #showKeyList: () => unknown;
  readonly #dialog: HTMLDialogElement;
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #note: HTMLElement;
  #place: Place = readPlace();
  #rows: Row[] = [];
  #active = 0;
  #asking: AbortController | null = null;
  /** Whether Enter came before the answer to what was typed. */
  #isChosenAhead = false;

  constructor(showKeyList: () => unknown) {
    this.#showKeyList = showKeyList;
    this.#dialog = document.createElement("dialog");
    this.#dialog.className = "palette";
    this.#dialog.setAttribute("aria-label", "Search or go to");
    this.#dialog.innerHTML = `<div class="palette-head"><svg aria-hidden="true"><use href="#find"/></svg>
<input role="combobox" aria-label="Search or go to" aria-expanded="true" aria-controls="palette-list" aria-autocomplete="list" autocomplete="off" spellcheck="false" maxlength="200" placeholder="A word, a name or a day" autofocus>
<button type="button" class="as-link">Close</button></div>
<div id="palette-list" role="listbox" aria-label="What to open"></div><p role="status"></p>`;
    this.#input = this.#dialog.querySelector("input")!;
    this.#list = this.#dialog.querySelector("[role=listbox]")!;
    this.#note = this.#dialog.querySelector("[role=status]")!;
    this.#input.addEventListener("input", () => this.#typed());
    this.#input.addEventListener("keydown", (event) => this.#pressed(event));
    this.#dialog.querySelector("button")!.addEventListener("click", () => this.#dialog.close());
    this.#dialog.addEventListener("click", (event) => this.#clicked(event));
    this.#dialog.addEventListener("close", () => this.#asking?.abort());
    document.body.append(this.#dialog);
    // A page taken from the browser's memory comes back as it was left.
    addEventListener("pagehide", () => this.#dialog.close());
  }

  open(typed: string): void {
    if (this.#dialog.open) return;
    this.#place = readPlace();
    this.#input.value = typed;
    this.#dialog.showModal();
    this.#typed();
    void this.#readViews();
  }

  /** The views are one's own, so that no page has them; without them the palette does all it does besides. */
  async #readViews(): Promise<void> {
    const views = await viewStore()
      .list()
      .catch(() => []);
    if (views.length === 0) return;
    this.#place = { ...this.#place, views: views.map((view) => ({ name: view.name, href: hrefOf(view) })) };
    if (this.#typedText() !== "") this.#typed();
  }

  /** What stands there before anything is typed. */
  async #rest(): Promise<void> {
    const place = this.#place;
    // What was opened today may bear a name that nobody knew on an earlier day.
    const before = place.back === null ? recentRows((href) => sameDay(href, place)) : [];
    this.#show(restingRows(before, place), "");
    if (before.length > 0) return;
    try {
      const items = await findFirst(dayOfPage());
      const rows = items.map(({ id, title, statusSubject, reading }) =>
        rowOfHit(
          {
            ...{ kind: "item", id, statusSubject, status: reading.status, since: reading.since, text: [] },
            title: [{ text: title, hit: false }],
          },
          place,
        ),
      );
      if (this.#typedText() === "") this.#show(restingRows(rows, place), "");
    } catch (error) {
      this.#tell(error);
    }
  }

  #typedText = (): string => this.#input.value.trim();

  #typed(): void {
    this.#asking?.abort();
    this.#isChosenAhead = false;
    const typed = this.#typedText();
    if (typed === "") {
      void this.#rest();
      return;
    }
    // What the page knows by itself stands there at once; what was found for fewer letters goes on until there is an answer.
    const asking = new AbortController();
    this.#asking = asking;
    if (typed.length < SHORTEST) this.#answered(typed, null);
    else setTimeout(() => void this.#ask(typed, asking), REST_MS);
  }

  async #ask(typed: string, asking: AbortController): Promise<void> {
    if (asking.signal.aborted) return;
    try {
      const found = await findTyped(typed, dayOfPage(), asking.signal);
      if (asking.signal.aborted) return;
      this.#answered(typed, found);
    } catch (error) {
      if (asking.signal.aborted) return;
      this.#answered(typed, null);
      this.#tell(error);
    }
  }

  #answered(typed: string, found: Awaited<ReturnType<typeof findTyped>> | null): void {
    this.#asking = null;
    const rows = rowsFor(typed, found, this.#place);
    // Whoever types a day looks for nothing else.
    const isDay = rows[0]?.group === "Days";
    this.#show(rows, found === null || isDay ? "" : noteOn(typed, found));
    if (this.#isChosenAhead) this.#choose(this.#rows[this.#active]);
  }

  #tell(error: unknown): void {
    if (!(error instanceof Unanswered)) throw error;
    this.#note.textContent = error.message;
  }

  #show(rows: Row[], note: string): void {
    this.#rows = rows;
    this.#list.replaceChildren(...groupsOf(rows));
    this.#note.textContent = note;
    this.#activate(0);
  }

  #activate(at: number): void {
    const options = this.#list.querySelectorAll<HTMLElement>("[role=option]");
    this.#active = (at + options.length) % Math.max(1, options.length);
    for (const [i, option] of options.entries()) option.setAttribute("aria-selected", String(i === this.#active));
    this.#input.setAttribute("aria-activedescendant", `palette-${this.#active}`);
    options[this.#active]?.scrollIntoView({ block: "nearest" });
  }

  #pressed(event: KeyboardEvent): void {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) this.#activate(this.#active + step);
    else if (event.key !== "Enter" || event.isComposing) return;
    // The rows are still those of fewer letters.
    else if (this.#asking !== null) this.#isChosenAhead = true;
    else this.#choose(this.#rows[this.#active]);
    event.preventDefault();
  }

  #clicked(event: MouseEvent): void {
    if (event.target === this.#dialog) this.#dialog.close();
    const option = event.target instanceof Element ? event.target.closest("[role=option]") : null;
    if (option === null) return;
    const row = this.#rows[Number(option.id.slice("palette-".length))];
    // A link in another window is the browser's own affair.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#choose(row);
  }

  #choose(row: Row | undefined): void {
    this.#isChosenAhead = false;
    if (row === undefined) return;
    if ("type" in row.to) {
      this.#input.value = row.to.type;
      this.#input.focus();
      this.#typed();
      return;
    }
    this.#dialog.close();
    if ("act" in row.to) this.#showKeyList();
    else {
      keepRecent(row);
      location.assign(row.to.href);
    }
  }
}

function noteOn(typed: string, { total, readAs, nearest }: Awaited<ReturnType<typeof findTyped>>): string {
  if (readAs !== null) return `Nothing has “${typed}”. Found for “${readAs}”: ${total.count}.`;
  if (total.count > 0) return `${total.count}${total.isWhole ? "" : " and more"} found.`;
  const tried = `Nothing has “${typed}” in a title, a question, a summary or a source on the day shown.`;
  return nearest === null ? tried : `${tried} Nearest: “${nearest}”.`;
}

/** The rows under their groups. Texts go in as text, never as markup. */
function groupsOf(rows: readonly Row[]): HTMLElement[] {
  const groups: HTMLElement[] = [];
  for (const [i, row] of rows.entries()) {
    let group = groups.at(-1);
    if (group === undefined || group.dataset.group !== row.group) {
      group = element("div", { role: "group", "aria-labelledby": `palette-group-${groups.length}` });
      group.dataset.group = row.group;
      const head = element("div", { id: `palette-group-${groups.length}`, class: "group", role: "presentation" });
      head.textContent = row.group;
      group.append(head);
      groups.push(group);
    }
    group.append(optionOf(row, i));
  }
  return groups;
}

function optionOf(row: Row, at: number): HTMLElement {
  const option = element("href" in row.to ? "a" : "div", { role: "option", id: `palette-${at}`, tabindex: "-1" });
  if ("href" in row.to) option.setAttribute("href", row.to.href);
  const title = element("span", { class: "title" });
  for (const { text, hit } of row.title) {
    const piece = hit ? document.createElement("mark") : document.createTextNode("");
    piece.textContent = text;
    title.append(piece);
  }
  option.append(title);
  if (row.detail !== undefined) {
    const detail = element("span", { class: "detail" });
    if (row.status !== undefined)
      detail.innerHTML = `<svg class="g" aria-hidden="true"><use href="#g-${row.status}"/></svg>`;
    detail.append(row.detail);
    option.append(" ", detail);
  }
  return option;
}

function element(name: string, attributes: Record<string, string>): HTMLElement {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}
