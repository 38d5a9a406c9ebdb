"use client";

import { counted } from "@readout/core/wording";
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import styles from "./evidence.module.css";
import { type Caret, LONGEST_QUOTE, moved, partOf, type Span, spanOf, wordsIn } from "./passage.ts";
import { spanOfSelection, useTouchedSpan } from "./selection.ts";

/** One paragraph as it is shown: its text where that is held, else what is known to be said there. */
export type ShownParagraph = { number: number; text: string | null; known: readonly KnownPassage[] };
export type KnownPassage = { says: string; where: string };

type PassageReaderProps = {
  id: string;
  label: string;
  paragraphs: readonly ShownParagraph[];
  /** Whether the source's paragraphs have numbers; without them only words are marked. */
  isNumbered: boolean;
  taken: readonly number[];
  quoted: Span | null;
  onTake: (paragraphs: number[]) => void;
  /** Marks words, or with null unmarks them; false where they are too many to quote. */
  onQuote: (span: Span | null) => boolean;
};

/**
 * A source to read and mark: Space takes the paragraph, arrows go from one to the next and along its words, with Shift they
 * mark them; a click takes a paragraph too, and what is selected with the mouse is marked.
 */
export function PassageReader({
  id,
  label,
  paragraphs,
  isNumbered,
  taken,
  quoted,
  onTake,
  onQuote,
}: PassageReaderProps) {
  const list = useRef<HTMLUListElement>(null);
  const [active, setActive] = useState(taken[0] ?? paragraphs[0]?.number ?? 1);
  const [caret, setCaret] = useState<Caret | null>(null);
  const [said, setSaid] = useState("");
  // The click that ends a selection takes no paragraph.
  const hasMarked = useRef(false);
  // A long text opens at what is cited of it.
  const opensAt = useRef(taken[0]);
  useEffect(() => {
    const first = list.current?.querySelector<HTMLElement>(`[data-number="${opensAt.current}"]`);
    if (list.current && first) list.current.scrollTop = first.offsetTop - list.current.clientHeight / 4;
  }, []);
  useShown(list, taken);
  const isMarkable = paragraphs.some(({ text }) => text !== null);
  const touched = useTouchedSpan(list, isMarkable);

  const focusOn = (number: number) => {
    setActive(number);
    setCaret(null);
    list.current?.querySelector<HTMLElement>(`[data-number="${number}"]`)?.focus();
  };
  const toggle = (number: number) => {
    if (!isNumbered) return;
    const isTaken = taken.includes(number);
    onTake(isTaken ? taken.filter((other) => other !== number) : [...taken, number]);
    setSaid(`Paragraph ${number} ${isTaken ? "is no longer cited" : "is cited"}.`);
  };
  const quote = (span: Span | null): boolean => {
    const isQuoted = onQuote(span);
    setSaid(isQuoted ? "" : `A quotation has at most ${LONGEST_QUOTE} characters.`);
    return isQuoted;
  };

  const onKeyDown = (event: KeyboardEvent, { number, text }: ShownParagraph) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = paragraphs.findIndex((paragraph) => paragraph.number === number);
    const neighbour = { ArrowDown: paragraphs[at + 1], ArrowUp: paragraphs[at - 1] }[event.key];
    if (event.key === " ") toggle(number);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") neighbour && focusOn(neighbour.number);
    else if (event.key === "Escape" && caret !== null) setCaret(null);
    else if (event.key === "Backspace" || event.key === "Delete") quoted !== null && quote(null);
    else {
      const next =
        text === null ? null : moved(caret, event.key, event.shiftKey, { number, count: wordsIn(text).length });
      if (next === null || text === null) return;
      if (!next.marks || quote(spanOf(next, text))) setCaret(next);
    }
    event.preventDefault();
  };

  const onMouseUp = () => {
    const selected = isMarkable && list.current ? spanOfSelection(list.current, window.getSelection()) : null;
    if (selected === null) return;
    hasMarked.current = true;
    if (!quote(selected)) return;
    window.getSelection()?.removeAllRanges();
    setCaret(null);
  };

  return (
    <div className={styles.reader}>
      <p id={`${id}-keys`} className={styles.keys}>
        {[
          isNumbered && "Space or a click cites a paragraph.",
          isMarkable &&
            "Left and right go to the word to begin with; with Shift they mark words to quote, as the mouse does.",
        ]
          .filter(Boolean)
          .join(" ")}
      </p>
      <ul
        ref={list}
        className={styles.paragraphs}
        aria-label={label}
        onMouseDown={() => {
          hasMarked.current = false;
        }}
        onMouseUp={onMouseUp}
      >
        {paragraphs.map((paragraph) => {
          const { number, text } = paragraph;
          const isTaken = taken.includes(number);
          const part = quoted === null || text === null ? null : partOf(quoted, number, text.length);
          return (
            <li key={number} className={isTaken ? styles.taken : undefined}>
              {isNumbered && (
                // For the mouse: to those who listen the paragraph itself is what is ticked.
                <span
                  className={styles.number}
                  aria-hidden="true"
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => {
                    toggle(number);
                    focusOn(number);
                  }}
                >
                  ¶{number}
                </span>
              )}
              {/* biome-ignore lint/a11y/useSemanticElements: a whole paragraph cannot stand in an input */}
              <div
                role="checkbox"
                aria-checked={isNumbered ? isTaken : part !== null}
                aria-label={`${isNumbered ? `Paragraph ${number}: ` : ""}${wordsOf(paragraph)}`}
                aria-describedby={`${id}-keys`}
                tabIndex={number === active ? 0 : -1}
                data-number={number}
                className={styles.paragraph}
                onFocus={() => setActive(number)}
                onBlur={() => setCaret(null)}
                onClick={() => {
                  if (!hasMarked.current) toggle(number);
                }}
                onKeyDown={(event) => onKeyDown(event, paragraph)}
              >
                {text === null ? (
                  <Known passages={paragraph.known} />
                ) : (
                  <Marked
                    text={text}
                    mark={part ?? (isTaken && quoted === null ? { start: 0, end: text.length } : null)}
                    caret={caret?.number === number && !caret.marks ? wordsIn(text)[caret.focus] : undefined}
                  />
                )}
              </div>
              {(part !== null || isTaken) && (
                // For the mouse: keys unmark with Space and Backspace, and one stop less leads on from a passage.
                <button
                  type="button"
                  tabIndex={-1}
                  className={styles.unmark}
                  onClick={() => {
                    if (part !== null) quote(null);
                    else toggle(number);
                    focusOn(number);
                  }}
                >
                  unmark<span className="vh">{part === null ? ` paragraph ${number}` : " the quotation"}</span>
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {touched !== null && (
        <p>
          <button type="button" className="button" onClick={() => quote(touched)}>
            Quote what is selected
          </button>
        </p>
      )}
      <p className={styles.said} role="status">
        {said || (quoted !== null && quotedWords(quoted, paragraphs)) || ""}
      </p>
    </div>
  );
}

/** Brings a paragraph into the list's window that was cited elsewhere, by its typed number. */
function useShown(list: RefObject<HTMLElement | null>, taken: readonly number[]): void {
  const before = useRef(taken);
  useEffect(() => {
    const added = taken.filter((number) => !before.current.includes(number)).at(-1);
    before.current = taken;
    const box = list.current;
    if (added === undefined || box === null || box.contains(document.activeElement)) return;
    const row = box.querySelector<HTMLElement>(`[data-number="${added}"]`)?.closest("li");
    if (!row) return;
    const isSeen =
      row.offsetTop >= box.scrollTop && row.offsetTop + row.offsetHeight <= box.scrollTop + box.clientHeight;
    if (!isSeen) box.scrollTop = row.offsetTop - box.clientHeight / 4;
  }, [list, taken]);
}

/** What a paragraph is called to those who do not see it. */
const wordsOf = ({ text, known }: ShownParagraph): string =>
  text ?? (known.length === 0 ? "nothing recorded from it" : known.map(({ says }) => says).join("; "));

function quotedWords(span: Span, paragraphs: readonly ShownParagraph[]): string {
  const words = paragraphs.reduce((count, { number, text }) => {
    const part = text === null ? null : partOf(span, number, text.length);
    return part === null || text === null ? count : count + wordsIn(text.slice(part.start, part.end)).length;
  }, 0);
  return `Quotes ${counted(words, "word")}.`;
}

type Part = { start: number; end: number };

/** A text with what is marked in it, and the word on which the caret stands. */
function Marked({ text, mark, caret }: { text: string; mark: Part | null; caret: Part | undefined }) {
  const cuts = [0, text.length, ...(mark ? [mark.start, mark.end] : []), ...(caret ? [caret.start, caret.end] : [])];
  const edges = [...new Set(cuts)].sort((a, b) => a - b);
  const parts: ReactNode[] = edges.slice(0, -1).map((start, i) => {
    const end = edges[i + 1] ?? text.length;
    const isCaret = caret !== undefined && start >= caret.start && end <= caret.end;
    const piece = isCaret ? (
      <span key={start} className={styles.caret}>
        {text.slice(start, end)}
      </span>
    ) : (
      text.slice(start, end)
    );
    const isMarked = mark !== null && start >= mark.start && end <= mark.end;
    return isMarked ? <mark key={start}>{piece}</mark> : piece;
  });
  return <>{parts}</>;
}

function Known({ passages }: { passages: readonly KnownPassage[] }) {
  if (passages.length === 0) return <span className={styles.whence}>nothing recorded from it</span>;
  return passages.map(({ says, where }) => (
    <span key={`${where} ${says}`} className={styles.known}>
      {says} <span className={styles.whence}>{where}</span>
    </span>
  ));
}
