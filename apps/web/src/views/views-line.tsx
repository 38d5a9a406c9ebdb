import { formatDayShort } from "@readout/core/edtf-text";
import type { AsOfView } from "../as-of/search-params.ts";
import { PageScript } from "../ui/page-script.tsx";
import "./views.css";

/**
 * Where one's own views are listed. They are their owner's alone, in this browser or with their account, so a script fetches
 * them; without it an address is kept as browsers keep addresses.
 */
export const ViewsLine = () => (
  <>
    <div data-views="" className="views" hidden />
    <PageScript name="views" />
  </>
);

/** Where the way to save the address stands; the day shown is kept with it only where the reader says so. */
export const SaveView = ({ view }: { view: AsOfView }) => (
  <span data-save-view="" data-day={view.state === "today" ? undefined : formatDayShort(view.knownOn)} />
);
