import { formatShort } from "@readout/core/edtf-text";

/** A date of the world in lists, "c. 30 Jul 2017", never broken across lines. */
export function ShortDate({ edtf, className = "" }: { edtf: string; className?: string }) {
  return (
    <time className={`nb ${className}`.trim()} dateTime={edtf}>
      {formatShort(edtf)}
    </time>
  );
}
