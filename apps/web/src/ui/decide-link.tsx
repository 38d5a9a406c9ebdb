import type { Milestone } from "@readout/core/milestone";

/** To where an editor says what became of a milestone; a day that is over leads there as today. */
export const DecideLink = ({ milestone }: { milestone: Pick<Milestone, "itemId" | "ordinal" | "what"> }) => (
  <a
    className="nb"
    href={`/desk/items/${milestone.itemId}?decide=${milestone.ordinal}#date-${milestone.ordinal}`}
    aria-label={`Decide what became of: ${milestone.what}`}
  >
    decide
  </a>
);
