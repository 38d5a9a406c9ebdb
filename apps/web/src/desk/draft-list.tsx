"use client";

import type { Draft } from "@readout/core/draft";
import { sentenceCase } from "@readout/core/wording";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { browserStore } from "../drafts/browser-store.ts";
import { browserClient, useAction } from "../trpc/browser.tsx";
import { ErrorNote } from "../ui/error-note.tsx";

/** A draft as the desk lists it: `title` is what it is about, `kept` how long ago it was written. */
export type ListedDraft = {
  place: Draft["place"];
  href: string | null;
  what: string;
  title: string | null;
  kept: string;
};

type DraftRowsProps = {
  drafts: readonly ListedDraft[];
  /** The id of whose they are. */
  person: string;
  /** Stands in place of the list where there is none. */
  children: ReactNode;
};

/** What was begun and not sent, the latest first; each leads back to its form, or is put away. */
export function DraftRows({ drafts, person, children }: DraftRowsProps) {
  const router = useRouter();
  const [asked, setAsked] = useState<string | null>(null);
  const [discarded, setDiscarded] = useState<string | null>(null);
  const note = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (discarded !== null) note.current?.focus();
  }, [discarded]);
  const discard = useAction(async ({ place, title, what }: ListedDraft) => {
    await browserClient().drafts.discard({ place });
    // What this browser keeps beside would bring it back.
    const here = browserStore(person, place);
    here.remove(here.slots().map(({ id }) => id));
    setAsked(null);
    setDiscarded(`Discarded: ${title === null ? what : `${title}, ${what}`}.`);
    router.refresh();
  });
  return (
    <>
      <ErrorNote error={discard.error} />
      <p ref={note} className={discarded === null ? "vh" : "done"} role="status" tabIndex={-1}>
        {discarded}
      </p>
      {drafts.length === 0 && children}
      <ol className="rows waits">
        {drafts.map((draft) => {
          const { place, href, what, title, kept } = draft;
          return (
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
                      onClick={() => void discard.run(draft)}
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
          );
        })}
      </ol>
    </>
  );
}
