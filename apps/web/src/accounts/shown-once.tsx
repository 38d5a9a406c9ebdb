"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import "../ui/form.css";
import "./accounts.css";

type ShownOnceProps = {
  /** What it is and who is to have it. */
  children: ReactNode;
  /** What it is called to those who do not see it: "Password", "Key". */
  label: string;
  secret: string;
  onDone: () => void;
};

/** A password or key in plain, the one time that it is known; it takes the focus and stays until it is put away. */
export function ShownOnce({ children, label, secret, onDone }: ShownOnceProps) {
  const note = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => note.current?.focus(), []);

  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(secret);
      setCopied(true);
    } catch {
      // Without the right to the clipboard it stands selected, for the keys that copy.
    }
  };
  return (
    <section ref={note} className="done" tabIndex={-1} aria-label={`${label}, shown this once`}>
      <p>{children}</p>
      <p className="secret">
        <input ref={field} className="field" readOnly value={secret} aria-label={label} spellCheck={false} />
        <button type="button" className="button" onClick={() => void copy()}>
          Copy
        </button>
        <button type="button" className="button" onClick={onDone}>
          I have it
        </button>
      </p>
      <p className="hint" role="status">
        {copied ? "Copied." : "It is shown this once: only what it can be checked by is kept."}
      </p>
    </section>
  );
}
