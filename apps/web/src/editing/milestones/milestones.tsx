"use client";

import { formatShort } from "@readout/core/edtf-text";
import type { Milestone } from "@readout/core/milestone";
import { isUndecided, lacksVerdict, standingWords } from "@readout/core/milestone-words";
import type { Day } from "@readout/core/time";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { keepDates } from "../../ui/format.ts";
import type { Option } from "../form/field.tsx";
import type { Keeping } from "../form/use-edit-form.ts";
import "./milestones.css";
import { AddMilestoneForm, DecideForm, EditMilestoneForm } from "./milestone-forms.tsx";

type MilestonesProps = {
  itemId: string;
  milestones: readonly Milestone[];
  /** Entries of the item that may show what became of a date. */
  entries: readonly Option[];
  today: Day;
  /** What the server kept of each form here, by place. */
  keepingAt: Record<string, Keeping>;
  keeping: Keeping;
  signInHref: string;
  /** The date whose verdict is asked for at once; null for none. */
  deciding: number | null;
};

type Open = { ordinal: number; form: "edit" | "decide" } | "add" | null;

/**
 * Once the page is drawn and has been scrolled to the place its address names: the browser takes the focus away when it does
 * that, and a form that came with the page takes none before its script is there.
 *
 * @returns what calls it off
 */
function onceSettled(act: () => void): () => void {
  let frame = 0;
  const next = () => {
    frame = requestAnimationFrame(act);
  };
  if (document.readyState === "complete") next();
  else addEventListener("load", next, { once: true });
  return () => {
    removeEventListener("load", next);
    cancelAnimationFrame(frame);
  };
}

/** The dates of an item: what became of each, the forms to say so, and to add and edit them. */
export function Milestones({ milestones, deciding, keepingAt, ...shared }: MilestonesProps) {
  const { itemId, entries, today, keeping, signInHref } = shared;
  const router = useRouter();
  const asked = milestones.find(({ ordinal, kind }) => ordinal === deciding && kind !== "past-event");
  const [open, setOpen] = useState<Open>(asked === undefined ? null : { ordinal: asked.ordinal, form: "decide" });
  const [said, setSaid] = useState("");
  const list = useRef<HTMLDivElement>(null);
  const last = useRef<string | null>(null);
  useEffect(() => {
    const focusOn = open === null ? last.current : ".edit-form :is(input, select)";
    const stop = onceSettled(() => {
      if (focusOn !== null) list.current?.querySelector<HTMLElement>(focusOn)?.focus();
    });
    last.current =
      open === null ? null : open === "add" ? "[data-add-date]" : `[data-date="${open.ordinal}"] [data-${open.form}]`;
    return stop;
  }, [open]);
  const formProps = (place: string) => ({
    itemId,
    today,
    signInHref,
    keeping: keepingAt[place] ?? keeping,
    onClose: (saved: boolean) => {
      setOpen(null);
      setSaid(saved ? "Saved." : "");
      if (saved) router.refresh();
    },
  });
  return (
    <div ref={list}>
      {milestones.length > 0 && (
        <ol className="edit-dates">
          {milestones.map((milestone) => {
            const { ordinal, date, what, entrySeq } = milestone;
            const form = typeof open === "object" && open?.ordinal === ordinal ? open.form : null;
            return (
              <li key={ordinal} id={`date-${ordinal}`} data-date={ordinal}>
                <time dateTime={date} className="nb">
                  {formatShort(date)}
                </time>
                <div>
                  <p className="serif">{what}</p>
                  <p className="dim small">
                    {keepDates(standingWords(milestone, today))}
                    {entrySeq !== null && `, came with entry ${entrySeq}`}
                  </p>
                  {milestone.verdict?.note != null && <p className="dim small">{milestone.verdict.note}</p>}
                  <p className="edit-date-acts small">
                    {milestone.kind !== "past-event" && (
                      <button
                        type="button"
                        className="as-link"
                        data-decide=""
                        aria-expanded={form === "decide"}
                        aria-label={`${decideWords(milestone, today)}: ${what}`}
                        onClick={() => setOpen({ ordinal, form: "decide" })}
                      >
                        {decideWords(milestone, today)}
                      </button>
                    )}
                    {entrySeq === null && (
                      <button
                        type="button"
                        className="as-link"
                        data-edit=""
                        aria-expanded={form === "edit"}
                        aria-label={`Edit the date: ${what}`}
                        onClick={() => setOpen({ ordinal, form: "edit" })}
                      >
                        Edit
                      </button>
                    )}
                  </p>
                  {form === "decide" && (
                    <DecideForm
                      milestone={milestone}
                      entries={entries}
                      {...formProps(`verdict:${itemId}:${ordinal}`)}
                    />
                  )}
                  {form === "edit" && (
                    <EditMilestoneForm milestone={milestone} {...formProps(`milestone:${itemId}:${ordinal}`)} />
                  )}
                </div>
              </li>
            );
          })}
        </ol>
      )}
      {milestones.length === 0 && <p className="dim edit-none">No date yet.</p>}
      {open === "add" ? (
        <AddMilestoneForm {...formProps(`milestone:${itemId}:new`)} />
      ) : (
        <p className="edit-after-rows">
          <button type="button" className="button" data-add-date="" onClick={() => setOpen("add")}>
            Add a date
          </button>
          <span className="dim small" role="status">
            {said}
          </span>
        </p>
      )}
    </div>
  );
}

/** What the button says that leads to a verdict: it is asked for, may be given early, or be given anew. */
function decideWords(milestone: Milestone, today: Day): string {
  if (lacksVerdict(milestone, today)) return "Say what became of it";
  return isUndecided(milestone) ? "Say already what became of it" : "Say otherwise";
}
