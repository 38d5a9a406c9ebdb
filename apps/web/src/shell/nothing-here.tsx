import { Link } from "../ui/link.tsx";

/** What a page says under whose address there is nothing, or nothing yet on the day shown. */
export const NothingHere = () => (
  <>
    <h1 className="page-title">Nothing under this address</h1>
    <p className="page-lead">
      The item, source or page may have another name, or was not yet published on the day shown. All there is stands
      under <Link href="/items">items</Link> and <Link href="/sources">sources</Link>; the{" "}
      <Link href="/">overview</Link> leads to both.
    </p>
  </>
);
