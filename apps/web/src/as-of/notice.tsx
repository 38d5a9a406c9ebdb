import { formatDay } from "@readout/core/edtf-text";
import { atDay } from "./links.ts";
import { requestRail } from "./load-rail.ts";
import { requestAsOf } from "./request.ts";

/** What a reader must know before reading on: a day still to come, or one on which nothing was recorded yet. */
export async function AsOfNotice({ href }: { href: string }) {
  const view = await requestAsOf();
  if (view.toCome !== null)
    return (
      <p className="asof-note">
        <b>{formatDay(view.toCome)} is still to come.</b> This is as known today, {formatDay(view.today)}.
      </p>
    );
  if (view.basis !== "recorded" || view.state === "today" || view.state === "world") return null;
  if ((await requestRail(null)).entries > 0) return null;
  const days = { knownOn: view.knownOn, ...(view.input.validOn && { validOn: view.input.validOn }) };
  return (
    <p className="asof-note">
      <b>Readout kept no record yet on this day.</b> <a href={atDay(href, days)}>The same day as published</a>
    </p>
  );
}
