import type { Entry } from "@readout/core/entry";
import type { ItemDetail } from "@readout/core/item";
import type { Milestone } from "@readout/core/milestone";
import { dueOf, dueWords } from "@readout/core/milestone-words";
import type { Day } from "@readout/core/time";
import { formatDue } from "@readout/core/wording";
import type { ReactNode } from "react";
import type { AsOfView } from "../as-of/search-params.ts";
import { DecideLink } from "../ui/decide-link.tsx";
import { keepDates } from "../ui/format.ts";
import { Link } from "../ui/link.tsx";
import { Status } from "../ui/status.tsx";
import { changeSentence, lookWords, wouldChange } from "./change-words.ts";
import styles from "./would-change.module.css";

type WouldChangeProps = { item: ItemDetail; entries: readonly Entry[]; view: AsOfView; mayDecide: boolean };

/** What would change where an item stands, as far as anybody has recorded it: a line each, under a sentence. */
export function WhatWouldChange({ item, entries, view, mayDecide }: WouldChangeProps) {
  const day = view.validOn;
  const known = wouldChange(item, entries, day);
  const look = lookWords(item, view);
  return (
    <>
      <p className={styles.sentence}>
        {changeSentence(item, known)} {look !== null && <span className="dim">{keepDates(look)}</span>}
      </p>
      <dl className={styles.list}>
        <Row name="Status">
          {known.coming.map(({ words, seq }) => (
            <li key={`${seq} ${words}`}>
              {keepDates(words)} · <a href={`#entry-${seq}`}>entry {seq}</a>
            </li>
          ))}
        </Row>
        <Row name="Ahead">{dates(known.ahead, day, mayDecide)}</Row>
        <Row name="Passed">{dates(known.undecided, day, mayDecide)}</Row>
        <Row name="Has to move first">
          {known.waitsFor.map(({ itemId, title, reading, statusSubject }) => (
            <li key={itemId}>
              <Link href={`/items/${itemId}`}>
                <bdi>{title}</bdi>
              </Link>{" "}
              <span className="small">
                <Status reading={reading} subject={statusSubject} />
              </span>
            </li>
          ))}
        </Row>
        <Row name="Indicators">
          {known.outcomes.map(({ setId, title, indicators }) => (
            <li key={`${setId} ${title}`}>
              <Link href={`/scenarios#set-${setId}`}>{title}</Link>
              {indicators.length === 0 ? (
                <span className="dim">: no indicator is named</span>
              ) : (
                <ol className={styles.indicators}>
                  {indicators.map(({ number, text }) => (
                    <li key={number} value={number}>
                      {text}
                    </li>
                  ))}
                </ol>
              )}
            </li>
          ))}
        </Row>
      </dl>
    </>
  );
}

/** A kind of what would change it; nothing where there is none of it. */
function Row({ name, children }: { name: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <ul>{children}</ul>
      </dd>
    </div>
  );
}

const dates = (milestones: readonly Milestone[], day: Day, mayDecide: boolean) =>
  milestones.map((milestone) => (
    <li key={milestone.ordinal}>
      <span className="nb">{formatDue(dueOf(milestone))}</span>: <span className="serif">{milestone.what}</span>{" "}
      <span className={styles.how}>
        {keepDates(dueWords(milestone, day))}
        {mayDecide && (
          <>
            {" · "}
            <DecideLink milestone={milestone} />
          </>
        )}
        {milestone.entrySeq !== null && (
          <>
            {" · "}
            <a className="nb" href={`#entry-${milestone.entrySeq}`}>
              entry {milestone.entrySeq}
            </a>
          </>
        )}
      </span>
    </li>
  ));
