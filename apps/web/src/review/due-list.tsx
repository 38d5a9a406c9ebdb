"use client";

import type { DueItem } from "@readout/core/review";
import type { Day } from "@readout/core/time";
import { sentenceCase } from "@readout/core/wording";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Status } from "../ui/status.tsx";
import { dueReasons, overdueWords } from "./due-words.ts";
import { LookForm } from "./look-form.tsx";
import "./review.css";

type DueListProps = {
  items: readonly DueItem[];
  today: Day;
  /** Whether whoever looks may record; others propose. */
  records: boolean;
  /** Stands in place of the list where nothing is due. */
  children: ReactNode;
};

/** Open items that nobody has looked at in time, longest overdue first, each with the one step that says somebody has now. */
export function DueList({ items, today, records, children }: DueListProps) {
  const [open, setOpen] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const { shared, of: reasonOf } = dueReasons(items);
  const note = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (said !== null) note.current?.focus();
  }, [said]);
  return (
    <>
      <p ref={note} className={said === null ? "vh" : "done"} role="status" tabIndex={-1}>
        {said}
      </p>
      {items.length === 0 && children}
      {shared !== null && <p className="dim due-shared">{shared}</p>}
      <ol className="rows waits">
        {items.map((item) => (
          <li key={item.id}>
            <span className="how-long">{overdueWords(item.dueOn, today)}</span>
            <div>
              <a className="row-title" href={`/items/${item.id}`}>
                {item.title}
              </a>
              <p>
                <Status reading={item.reading} subject={item.statusSubject} />
              </p>
              {reasonOf(item) !== null && <p className="small">{sentenceCase(reasonOf(item)!)}</p>}
            </div>
            <p className="acts">
              <a href={`/desk/items/${item.id}/record`}>
                record something new<span className="vh"> on {item.title}</span>
              </a>
              <button
                type="button"
                className="button"
                aria-expanded={open === item.id}
                onClick={() => setOpen(open === item.id ? null : item.id)}
              >
                Reviewed, nothing new<span className="vh"> on {item.title}</span>
              </button>
            </p>
            {open === item.id && (
              <LookForm
                item={item}
                today={today}
                records={records}
                onClose={() => setOpen(null)}
                onDone={(words) => {
                  setOpen(null);
                  setSaid(words);
                }}
              />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
