import type { ReactNode } from "react";

/** Why there is nothing here, and the next step; never an empty frame. */
export function NoData({ children }: { children: ReactNode }) {
  return <p className="max-w-[44em] py-3 text-ink-2">{children}</p>;
}
