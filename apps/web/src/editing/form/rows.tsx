"use client";

import { type KeyboardEvent, type ReactNode, use, useEffect, useRef, useState } from "react";
import { useFieldArray } from "react-hook-form";
import { RowNameContext, useFormScope, useNamedField } from "./form-scope.ts";

type RowsProps = {
  /** The path of the list. */
  name: string;
  /** What all rows together are called: "Links". */
  title: string;
  /** What one row is called: "link". */
  noun: string;
  hint?: ReactNode;
  /** Whether a row has several lines: its name and keys then stand over it. */
  tall?: boolean;
  /** What a new row begins with. */
  blank: Record<string, unknown>;
  /** The fields of a row, whose paths begin with `at`. */
  children: (at: string, place: number) => ReactNode;
};

/** Where the focus goes once the list has been drawn anew. */
type NextFocus = { row: number; on: "first" | "up" | "down" } | "undo" | "add";

/** A list whose rows are added, moved and taken out by mouse or keys; what was taken out can be put back. */
export function Rows({ name, title, noun, hint, tall = false, blank, children }: RowsProps) {
  const { fields, append, remove, move, insert } = useFieldArray({ name });
  const [removed, setRemoved] = useState<{ place: number; row: Record<string, unknown> } | null>(null);
  const [said, setSaid] = useState("");
  const [next, setNext] = useState<NextFocus | null>(null);
  const list = useRef<HTMLFieldSetElement>(null);
  const outer = use(RowNameContext);
  const heading = useNamedField(name, title);
  const fault = useFormScope().faults.find(({ path }) => path === name)?.message;

  useEffect(() => {
    if (next === null) return;
    setNext(null);
    const row = typeof next === "object" ? `:scope > ol > [data-row="${next.row}"] ` : ":scope > ";
    const wanted =
      typeof next === "string"
        ? `${row}.edit-after-rows [data-${next}]`
        : next.on === "first"
          ? `${row}:is(input, select, textarea)`
          : `${row}> :is(.edit-row-keys, .edit-row-head) [data-${next.on}]`;
    const found = list.current?.querySelector<HTMLElement>(wanted);
    found?.focus();
  }, [next]);

  const shift = (from: number, to: number, on: "up" | "down" | null) => {
    if (to < 0 || to >= fields.length) return;
    move(from, to);
    setSaid(`${noun} ${from + 1} is now ${noun} ${to + 1} of ${fields.length}`);
    // At an end the button that was used goes out of use; its neighbour takes over.
    if (on !== null) setNext({ row: to, on: to === 0 ? "down" : to === fields.length - 1 ? "up" : on });
  };
  const onKeyDown = (event: KeyboardEvent, place: number) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    // A list within a row answers for its own rows.
    if ((event.target as Element).closest("[data-row]") !== event.currentTarget) return;
    event.preventDefault();
    event.stopPropagation();
    shift(place, place + (event.key === "ArrowUp" ? -1 : 1), null);
  };
  const takeOut = (place: number) => {
    const { id: _, ...row } = fields[place] as Record<string, unknown>;
    setRemoved({ place, row });
    remove(place);
    setSaid(`${noun} ${place + 1} taken out`);
    setNext("undo");
  };
  const putBack = () => {
    if (removed === null) return;
    insert(removed.place, removed.row);
    setRemoved(null);
    setSaid(`${noun} ${removed.place + 1} put back`);
    setNext({ row: removed.place, on: "first" });
  };
  const keysOf = (place: number) => (
    <div className="edit-row-keys">
      {fields.length > 1 && (
        <>
          <button
            type="button"
            data-up=""
            disabled={place === 0}
            onClick={() => shift(place, place - 1, "up")}
            aria-label={`Move ${noun} ${place + 1} up`}
            title="Alt with the arrow keys moves it too"
          >
            up
          </button>
          <button
            type="button"
            data-down=""
            disabled={place === fields.length - 1}
            onClick={() => shift(place, place + 1, "down")}
            aria-label={`Move ${noun} ${place + 1} down`}
          >
            down
          </button>
        </>
      )}
      <button type="button" onClick={() => takeOut(place)} aria-label={`Take out ${noun} ${place + 1}`}>
        take out
      </button>
    </div>
  );
  return (
    <fieldset className="edit-rows" ref={list} aria-describedby={fault === undefined ? undefined : `${heading}-fault`}>
      <legend id={heading} tabIndex={-1}>
        {title}
      </legend>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {fields.length > 0 && (
        <ol>
          {fields.map((field, place) => (
            <li
              key={field.id}
              data-row={place}
              data-tall={tall || undefined}
              // On the way down: a field with a list of its own would open it and let nothing pass.
              onKeyDownCapture={(event) => onKeyDown(event, place)}
            >
              {tall && (
                <div className="edit-row-head">
                  <b>
                    {capital(noun)} {place + 1}
                  </b>
                  {keysOf(place)}
                </div>
              )}
              <RowNameContext value={outer === "" ? `${capital(noun)} ${place + 1}` : `${outer}, ${noun} ${place + 1}`}>
                <div className="edit-row">{children(`${name}.${place}`, place)}</div>
              </RowNameContext>
              {!tall && keysOf(place)}
            </li>
          ))}
        </ol>
      )}
      {fault !== undefined && (
        <p id={`${heading}-fault`} className="fault">
          {fault}
        </p>
      )}
      <div className="edit-after-rows">
        {removed !== null && (
          <p>
            {capital(noun)} {removed.place + 1} is taken out.{" "}
            <button type="button" className="as-link" data-undo="" onClick={putBack}>
              Put it back
            </button>
          </p>
        )}
        <button
          type="button"
          className="button"
          data-add=""
          onClick={() => {
            append(structuredClone(blank), { shouldFocus: false });
            setNext({ row: fields.length, on: "first" });
          }}
        >
          Add {/^[aeiou]/.test(noun) ? "an" : "a"} {noun}
        </button>
        <span className="vh" role="status">
          {said}
        </span>
      </div>
    </fieldset>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
