import { requestAsOf } from "./request.ts";
import { asOfLines } from "./words.ts";

/** The row that says which day a page shows, and how to get to another. */
export async function AsOfRow({ href }: { href: string }) {
  const view = await requestAsOf();
  const [first, second] = asOfLines(view);
  return (
    <section className="asof" aria-label="The day this page shows" data-href={href}>
      <div className="wrap">
        <div className="day">
          <b>{first}</b>
          <span>{second}</span>
        </div>
      </div>
    </section>
  );
}
