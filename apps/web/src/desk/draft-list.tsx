"use client";

import type { Draft } from "@readout/core/draft";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { browserStore } from "../drafts/browser-store.ts";
import { browserClient, useAction } from "../trpc/browser.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { sentenceCase } from "../ui/format.ts";

/** A draft as the desk lists it: `title` is what it is about, `kept` how long ago it was written. */
export type ListedDraft = {
  place: Draft["place"];
  href: string | null;
  what: string;
  title: string | null;
  kept: string;
};

/** What was begun and not sent, the latest first; each leads back to its form, or is put away. */
export function DraftRows({ drafts, person }: { drafts: readonly ListedDraft[]; person: string }) {
  const router = useRouter();
  const [asked, setAsked] = useState<string | null>(null);
  const discard = useAction(async (place: Draft["place"]) => {
    await browserClient().drafts.discard({ place });
    // What this browser keeps beside would bring it back.
    const here = browserStore(person, place);
    here.remove(here.slots().map(({ id }) => id));
    setAsked(null);
    router.refresh();
  });
  return (
    <>
      <ErrorNote error={discard.error} />
      <ol className="rows waits">
        {drafts.map(({ place, href, what, title, kept }) => (
          <li key={place}>
            <span className="how-long">{kept} ago</span>
            <div>
              {href === null ? (
                <span className="row-title">{title ?? place}</span>
              ) : (
                <a className="row-title" href={href}>
                  {title ?? sentenceCase(what)}
                </a>
              )}
              {title !== null && <p>{what}</p>}
            </div>
            <p className="acts">
              {asked === place ? (
                <>
                  <button
                    type="button"
                    className="button"
                    disabled={discard.pending}
                    onClick={() => void discard.run(place)}
                  >
                    Discard what was typed
                  </button>
                  <button type="button" className="as-link" onClick={() => setAsked(null)}>
                    keep
                  </button>
                </>
              ) : (
                <>
                  {href !== null && (
                    <a className="same" href={href}>
                      go on<span className="vh"> {what}</span>
                    </a>
                  )}
                  <button type="button" className="as-link" onClick={() => setAsked(place)}>
                    discard<span className="vh"> the draft {what}</span>
                  </button>
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
