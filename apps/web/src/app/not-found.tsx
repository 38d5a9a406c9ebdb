import type { Metadata } from "next";
import { NothingHere } from "../shell/nothing-here.tsx";
import { Shell } from "../shell/shell.tsx";

export const metadata: Metadata = { title: "Nothing under this address", robots: { index: false } };

/** Outside the reading pages, whose layout brings the shell. */
export default function NotFound() {
  return (
    <Shell>
      <NothingHere />
    </Shell>
  );
}
