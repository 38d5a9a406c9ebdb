"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import "./dialog.css";

type DialogProps = {
  title: ReactNode;
  onClose: () => void;
  children: ReactNode;
};

/** A window over the page for one thing to do; it holds the focus, Escape closes it, and the focus goes back to where it was. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const shown = dialog.current;
    const opener = document.activeElement;
    if (shown !== null && !shown.open) shown.showModal();
    shown?.querySelector("h2")?.focus();
    return () => {
      shown?.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} onCancel={onClose}>
      <div className="dialog-head">
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className="as-link" onClick={onClose}>
          Close
        </button>
      </div>
      {children}
    </dialog>
  );
}
