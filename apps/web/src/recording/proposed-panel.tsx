"use client";

import type { Proposal } from "@readout/core/proposal";
import { useEffect, useRef } from "react";
import styles from "./recording.module.css";

/** What became of an entry that waits for a second person. */
export function ProposedPanel({ proposal, itemTitle }: { proposal: Proposal; itemTitle: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={`done ${styles.proposed}`} data-alive="">
      <h2 ref={heading} tabIndex={-1}>
        Proposed. Somebody else decides.
      </h2>
      <p>
        An editor other than you approves or declines it; until then the ledger stands as it is. You see what became of
        it at <a href={`/desk/review/${proposal.id}`}>your proposal</a>.
      </p>
      <p>
        <a href={`/items/${proposal.itemId}`}>
          Back to <bdi>{itemTitle}</bdi>
        </a>
      </p>
    </div>
  );
}
