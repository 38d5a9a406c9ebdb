import type { AsOfInput } from "@readout/core/as-of";
import type { ExportFilters, ExportFormat } from "@readout/core/export";
import { atDay, withParams } from "../as-of/links.ts";

const asParams = (filters: ExportFilters): Record<string, string> =>
  Object.fromEntries(
    Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );

/** Where an export of these items is handed over, as of the day shown. */
export const exportHref = (format: ExportFormat, filters: ExportFilters, asOf: AsOfInput): string =>
  atDay(withParams("/api/v1/export", { format, ...asParams(filters) }), asOf);

/** The page that shows the brief of these items; one by itself has its own. */
export function briefHref(filters: ExportFilters, asOf: AsOfInput): string {
  const [only, ...others] = filters.items ?? [];
  const isOne = only !== undefined && others.length === 0 && Object.keys(filters).length === 1;
  return atDay(isOne ? `/items/${only}/brief` : withParams("/brief", asParams(filters)), asOf);
}
