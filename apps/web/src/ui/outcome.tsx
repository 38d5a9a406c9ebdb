"use client";

import { type ReactNode, useEffect, useRef } from "react";
import "./form.css";

/** What became of a form that was sent and came back with a new page; it takes the focus. */
export function Outcome({ failed, children }: { failed: boolean; children: ReactNode }) {
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => note.current?.focus(), []);
  return (
    <div ref={note} className={failed ? "failed" : "done"} role={failed ? "alert" : "status"} tabIndex={-1}>
      {children}
    </div>
  );
}
