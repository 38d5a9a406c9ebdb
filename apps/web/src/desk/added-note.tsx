import type { ReactNode } from "react";
import { Outcome } from "../ui/outcome.tsx";

type AddedNoteProps = {
  search: Record<string, string | string[] | undefined>;
  /** What there is now, in a sentence. */
  children: ReactNode;
};

/** Says on the page of something new, to whoever has just added it, that it is there; it takes the focus then. */
export const AddedNote = ({ search, children }: AddedNoteProps) =>
  search.added === undefined ? null : (
    <Outcome failed={false}>
      <p>{children}</p>
    </Outcome>
  );
