import type { SourceSummary } from "@readout/core/source";

/** A source to pick from; every field can be replaced. */
export const source = (fields: object): SourceSummary =>
  ({
    id: "wire-2017-08",
    title: "Talks resume",
    publisher: "Süddeutsche",
    author: null,
    published: "2017-08-05",
    ...fields,
  }) as SourceSummary;
