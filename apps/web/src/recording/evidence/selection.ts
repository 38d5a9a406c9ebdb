"use client";

import { type RefObject, useEffect, useState } from "react";
import type { Place, Span } from "./passage.ts";

/** What is selected among the paragraphs of a list, each under its `data-number`; null where nothing in them is. */
export function spanOfSelection(list: HTMLElement, selection: Selection | null): Span | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const touched = [...list.querySelectorAll<HTMLElement>("[data-number]")].filter((paragraph) =>
    range.intersectsNode(paragraph),
  );
  const [first, last] = [touched[0], touched.at(-1)];
  if (first === undefined || last === undefined) return null;
  const from = placeIn(first, range.startContainer, range.startOffset, 0);
  const until = placeIn(last, range.endContainer, range.endOffset, last.textContent?.length ?? 0);
  return { from, until };
}

/** What a finger has selected among the paragraphs of a list; there is no moment at which that is done. */
export function useTouchedSpan(list: RefObject<HTMLElement | null>, isMarkable: boolean): Span | null {
  const [span, setSpan] = useState<Span | null>(null);
  useEffect(() => {
    if (!isMarkable || !window.matchMedia("(pointer: coarse)").matches) return;
    const onChange = () => setSpan(list.current && spanOfSelection(list.current, window.getSelection()));
    document.addEventListener("selectionchange", onChange);
    return () => document.removeEventListener("selectionchange", onChange);
  }, [list, isMarkable]);
  return span;
}

/** An offset in a paragraph's text; `outside` where the selection begins before it or ends behind it. */
function placeIn(paragraph: HTMLElement, node: Node, offset: number, outside: number): Place {
  const number = Number(paragraph.dataset.number);
  if (!paragraph.contains(node)) return { number, offset: outside };
  const before = document.createRange();
  before.selectNodeContents(paragraph);
  before.setEnd(node, offset);
  return { number, offset: before.toString().length };
}
