// Keeps addresses under names: lists them, saves, renames and removes, and takes a removal back.
import { isSignedIn, Refusal } from "../ui/ask.ts";
import { element } from "../ui/element.ts";
import { asOfNames, hrefOf } from "./view-href.ts";
import { inBrowser, type View, viewStore } from "./view-store.ts";

const store = viewStore();
const line = document.querySelector<HTMLElement>("[data-views]");
const corner = document.querySelector<HTMLElement>("[data-save-view]");

/** The present address as a view keeps it: without a place in the list, and without the day unless it is wanted. */
function present(withDay: boolean): { path: string; search: string } {
  const search = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(location.search)) {
    const isDay = (asOfNames as readonly string[]).includes(name);
    if (value !== "" && name !== "cursor" && name !== "part" && (withDay || !isDay)) search.append(name, value);
  }
  return { path: location.pathname, search: search.toString() };
}

const button = (words: string, onclick: () => void, label?: string): HTMLButtonElement =>
  element("button", { type: "button", class: "as-link", onclick, "aria-label": label ?? false }, words);

/** What failed, in a sentence; the API's own words where it refused. */
function faultOf(error: unknown): string {
  if (!(error instanceof Refusal)) return "Nothing was saved: the server cannot be reached. Try again.";
  const [field] = error.fields;
  return field?.path === "name" ? `The name ${field.message}.` : `${error.message}.`;
}

if (line !== null && corner !== null) start(line, corner);

function start(line: HTMLElement, corner: HTMLElement): void {
  const list = element("p", { class: "views-list" });
  const said = element("p", { class: "views-said dim", role: "status" });
  const form = element("div", {});
  line.append(list, form, said);
  line.hidden = false;
  let isEditing = false;

  const say = (words: string, ...more: Node[]) => said.replaceChildren(words, ...more);
  const refuse = (error: unknown) => say(faultOf(error));

  async function show(): Promise<void> {
    const views = await store.list();
    list.replaceChildren();
    if (views.length > 0) {
      list.append(element("span", { class: "dim" }, "Views: "));
      for (const [i, view] of views.entries()) list.append(...(i > 0 ? [" · "] : []), ...partsOf(view));
      list.append(
        " · ",
        button(isEditing ? "done" : "edit views", () => {
          isEditing = !isEditing;
          void show().then(() => list.querySelector<HTMLElement>(":scope > button:last-of-type")?.focus());
        }),
      );
    }
    await offerToTakeAlong(list);
  }

  function partsOf(view: View): (Node | string)[] {
    const here = present(true);
    const isHere = view.path === here.path && view.search === here.search;
    const link = element(
      "a",
      { href: hrefOf(view), "aria-current": isHere ? "page" : false },
      element("bdi", {}, view.name),
    );
    if (!isEditing) return [link];
    return [
      link,
      " ",
      button(
        "rename",
        () =>
          askName(
            `Another name for “${view.name}”`,
            view.name,
            false,
            (name) => store.rename(view, name),
            (name) => `“${view.name}” is now “${name}”.`,
          ),
        `rename ${view.name}`,
      ),
      " ",
      button("remove", () => void remove(view), `remove ${view.name}`),
    ];
  }

  async function remove(view: View): Promise<void> {
    try {
      await store.remove(view);
      await show();
      const undo = button("undo", () => void takeBack(view));
      say(`“${view.name}” is removed. `, undo);
      undo.focus();
    } catch (error) {
      refuse(error);
    }
  }

  async function takeBack({ name, path, search }: View): Promise<void> {
    try {
      await store.save({ name, path, search });
      await show();
      say(`“${name}” is kept.`);
      line.querySelector<HTMLElement>("a")?.focus();
    } catch (error) {
      refuse(error);
    }
  }

  /** Asks for a name in place; what is typed stays until it is taken. */
  function askName(
    label: string,
    proposed: string,
    offersDay: boolean,
    save: (name: string, withDay: boolean) => Promise<void>,
    done: (name: string) => string,
  ): void {
    const asker = document.activeElement;
    const close = () => {
      form.replaceChildren();
      if (asker instanceof HTMLElement && asker.isConnected) asker.focus();
    };
    const name = element("input", {
      class: "field",
      maxlength: "80",
      autocomplete: "off",
      required: true,
      "aria-describedby": "view-fault",
    });
    name.value = proposed;
    const fault = element("p", { class: "fault", id: "view-fault", role: "alert" });
    const day = element("input", { type: "checkbox" });
    const submit = async () => {
      const typed = name.value.trim();
      try {
        await save(typed, day.checked);
        close();
        await show();
        say(done(typed));
      } catch (error) {
        fault.textContent = faultOf(error);
        name.setAttribute("aria-invalid", "true");
        name.focus();
      }
    };
    form.replaceChildren(
      element(
        "form",
        {
          class: "view-form",
          onsubmit: (event) => {
            event.preventDefault();
            void submit();
          },
          onkeydown: (event) => (event as KeyboardEvent).key === "Escape" && close(),
        },
        element("label", {}, element("span", {}, label), name),
        ...(offersDay
          ? [
              element(
                "label",
                { class: "with-day" },
                day,
                ` as known on ${corner.dataset.day}, not on the day it is opened`,
              ),
            ]
          : []),
        element("button", { type: "submit", class: "button" }, "Save"),
        button("cancel", close),
        fault,
      ),
    );
    name.focus();
    name.select();
  }

  /** Views that were saved before signing in. */
  async function offerToTakeAlong(list: HTMLElement): Promise<void> {
    const left = isSignedIn() ? await inBrowser.list() : [];
    if (left.length === 0) return;
    const few = left.length === 1 ? "One view is" : `${left.length} views are`;
    list.append(
      element("span", { class: "dim" }, `${list.childNodes.length > 0 ? " · " : ""}${few} kept in this browser only: `),
      button(left.length === 1 ? "take it along" : "take them along", () => void takeAlong(left)),
    );
  }

  async function takeAlong(left: readonly View[]): Promise<void> {
    const refused: string[] = [];
    for (const view of left)
      try {
        await store.save(view);
        await inBrowser.remove(view);
      } catch (error) {
        refused.push(`“${view.name}” stays in this browser. ${faultOf(error)}`);
      }
    await show();
    say(refused.length === 0 ? "They are kept with your account." : refused.join(" "));
  }

  corner.append(
    corner.parentElement?.classList.contains("beside") ? " · " : "",
    button("save this view", () =>
      askName(
        "Name of this view",
        proposedName(),
        corner.dataset.day !== undefined,
        (name, withDay) => store.save({ name, ...present(withDay) }),
        (name) => `“${name}” is saved.`,
      ),
    ),
  );
  show().catch(() => say("Your views cannot be shown: the server cannot be reached."));
  document.addEventListener("readout:parts", () => void show().catch(() => {}));
}

/** The filters in words, where there are any. */
function proposedName(): string {
  const words = [...document.querySelectorAll(".taken li")].map((li) =>
    (li.textContent ?? "").replace(/^only /, "").replace(/ · take away$/, ""),
  );
  const name = words.join(", ");
  return (name.charAt(0).toUpperCase() + name.slice(1)).slice(0, 80);
}
