"use client";

import { type KeyboardEvent, type PointerEvent, useCallback, useEffect, useRef, useState } from "react";
import { addDays, addMonth, daysBetween, formatDay, formatDayWithWeekday } from "./browser-day.ts";
import { KEYS_OFF } from "./key-switch.tsx";
import { withParams } from "./links.ts";

type SteerProps = {
  href: string;
  /** The axis of the rail, first to last day. */
  start: string;
  today: string;
  day: string;
  /** Addresses of the page on the nearest days with news. */
  previous: string | null;
  next: string | null;
  /** Address of the page as known today; null when that is what it shows. */
  back: string | null;
};

/** How long after the last key the day is loaded, in ms. */
const SETTLE_MS = 700;
const KEEP_FOCUS = "readout.rail";

/** The handle of the rail and the keys that turn days. Without script it is a mark and nothing more. */
export function Steer({ href, start, today, day, previous, next, back }: SteerProps) {
  const [live, setLive] = useState(false);
  const [at, setAt] = useState(day);
  const handle = useRef<HTMLSpanElement>(null);
  const settle = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const length = daysBetween(start, today);
  const clamp = useCallback((to: string): string => (to < start ? start : to > today ? today : to), [start, today]);

  const load = useCallback(
    (to: string) => {
      clearTimeout(settle.current);
      if (to === day) return;
      sessionStorage.setItem(KEEP_FOCUS, "1");
      location.assign(withParams(href, { knownOn: to === today ? null : to, cursor: null }));
    },
    [href, day, today],
  );

  useEffect(() => {
    setLive(true);
    if (sessionStorage.getItem(KEEP_FOCUS) !== null) {
      sessionStorage.removeItem(KEEP_FOCUS);
      handle.current?.focus({ preventScroll: true });
    }
    return () => clearTimeout(settle.current);
  }, []);

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem(KEYS_OFF) !== null) return;
      if (event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]")) return;
      const to =
        event.key === "[" ? previous : event.key === "]" ? next : event.key === "T" && event.shiftKey ? back : null;
      if (to !== null) location.assign(to);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [previous, next, back]);

  const move = (to: string) => {
    setAt(clamp(to));
    clearTimeout(settle.current);
    settle.current = setTimeout(() => load(clamp(to)), SETTLE_MS);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    switch (event.key) {
      case "ArrowLeft":
      case "ArrowDown":
        move(clamp(addDays(at, -1)));
        break;
      case "ArrowRight":
      case "ArrowUp":
        move(clamp(addDays(at, 1)));
        break;
      case "PageDown":
        move(addMonth(at, -1));
        break;
      case "PageUp":
        move(addMonth(at, 1));
        break;
      case "Home":
        move(start);
        break;
      case "End":
        move(today);
        break;
      case "Enter":
        load(at);
        break;
      case "Escape":
        clearTimeout(settle.current);
        setAt(day);
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  const dayUnder = (event: PointerEvent): string => {
    const rail = handle.current?.parentElement?.getBoundingClientRect();
    if (rail === undefined || rail.width === 0) return at;
    const share = Math.min(1, Math.max(0, (event.clientX - rail.left) / rail.width));
    return addDays(start, Math.round(share * length));
  };

  const left = `${Math.round((Math.min(length, Math.max(0, daysBetween(start, at))) / length) * 1e4) / 100}%`;
  if (!live) return <span className="hand" style={{ left }} aria-hidden="true" />;
  return (
    <>
      {at !== day && (
        <span className="to-day" style={{ left }} aria-hidden="true">
          {formatDay(at)}
        </span>
      )}
      <span
        ref={handle}
        className="hand live"
        style={{ left }}
        role="slider"
        tabIndex={0}
        aria-label="Known on"
        aria-valuemin={0}
        aria-valuemax={length}
        aria-valuenow={daysBetween(start, clamp(at))}
        aria-valuetext={formatDayWithWeekday(at)}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) setAt(dayUnder(event));
        }}
        onPointerUp={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) load(dayUnder(event));
        }}
        onPointerCancel={() => setAt(day)}
      />
    </>
  );
}
