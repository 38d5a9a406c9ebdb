import type { Metadata } from "next";
import { Shell } from "../shell/shell.tsx";
import { Link } from "../ui/link.tsx";

export const metadata: Metadata = { title: "Nothing under this address" };

export default function NotFound() {
  return (
    <Shell>
      <h1 className="page-title">Nothing under this address</h1>
      <p className="page-lead">
        The item, source or page may have another name, or was not yet published on the day shown. All there is stands
        under <Link href="/items">items</Link> and <Link href="/sources">sources</Link>; the{" "}
        <Link href="/">overview</Link> leads to both.
      </p>
    </Shell>
  );
}
