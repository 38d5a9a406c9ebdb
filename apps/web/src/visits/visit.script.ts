// Notes that somebody is here: half an hour without a page ends a visit. On the first page it then says what is new since the
// visit before.
import { visitStore } from "./visit-store.ts";

async function noteVisit(): Promise<void> {
  const place = document.querySelector<HTMLElement>("#since[data-token]");
  const store = visitStore();
  const since = await store.note(place?.dataset.token ?? null);
  if (place !== null && since !== null) (await import("./since-line.ts")).tellSince(place, since, store);
}

// A page without its news is a page all the same.
const note = () => void noteVisit().catch(() => {});
note();
// A page taken from the browser's memory is looked at again.
addEventListener("pageshow", (event) => event.persisted && note());
