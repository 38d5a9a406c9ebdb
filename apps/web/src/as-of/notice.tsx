import { formatDay } from "@readout/core/edtf-text";
import { atDay } from "./links.ts";
import type { AsOfView } from "./search-params.ts";

type NoticeProps = { view: AsOfView; noRecord: boolean; href: string };

/** What a reader must know before reading on: a day still to come, or one on which nothing was recorded yet. */
export function Notice({ view, noRecord, href }: NoticeProps) {
  if (view.toCome !== null)
    return (
      <p className="wrap asof-note" role="note">
        <span>
          <b>{formatDay(view.toCome)} is still to come.</b> This is as known today, {formatDay(view.today)}.
        </span>
      </p>
    );
  if (!noRecord) return null;
  const days = { knownOn: view.knownOn, ...(view.input.validOn && { validOn: view.input.validOn }) };
  return (
    <p className="wrap asof-note" role="note">
      <span>
        <b>Readout kept no record yet on this day.</b> <a href={atDay(href, days)}>The same day as published</a>
      </span>
    </p>
  );
}
