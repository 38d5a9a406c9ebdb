"use client";

import type { ReadoutError } from "@readout/core/error";
import { useEffect, useRef } from "react";
import { errorText } from "./error-text.ts";
import "./form.css";

type ErrorNoteProps = {
  error: ReadoutError | null;
  /** What fields are called on the page, by path. */
  labels?: Readonly<Record<string, string>>;
};

/** Why something was not done, in words and field by field; it takes the focus when it comes. */
export function ErrorNote({ error, labels = {} }: ErrorNoteProps) {
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error !== null) note.current?.focus();
  }, [error]);
  if (error === null) return null;
  const { says, todo } = errorText(error);
  return (
    <div ref={note} role="alert" tabIndex={-1} className="failed">
      <p>{says}</p>
      {todo !== null && <p>{todo}</p>}
      {error.code === "unauthenticated" && <SignInAgain />}
      {error.details.fields !== undefined && error.details.fields.length > 0 && (
        <ul>
          {error.details.fields.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              {labels[path] ?? path}: {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** In a tab of its own, so that this one keeps what was typed. */
const SignInAgain = () => (
  <p>
    <a href="/sign-in?next=%2Fdesk%2Faccount&ended=1" target="_blank" rel="noreferrer">
      Sign in again in a new tab
    </a>
    , then repeat what you did here.
  </p>
);
