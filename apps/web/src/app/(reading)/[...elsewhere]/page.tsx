import type { Metadata } from "next";
import { NothingHere } from "../../../shell/nothing-here.tsx";

export const metadata: Metadata = { title: "Nothing under this address", robots: { index: false } };

/** Every address that no page has. */
export default function ElsewherePage() {
  return (
    <div data-status="404">
      <NothingHere />
    </div>
  );
}
