import { formatDayShort } from "@readout/core/edtf-text";
import { dayOfInstant, type Instant } from "@readout/core/time";

/** The same text with its dates kept on one line: "5\u00a0February\u00a02026". */
export const keepDates = (text: string): string =>
  text
    .replace(/\bc\. /g, "c.\u00a0")
    .replace(/(\d{1,2}|\d{1,2}[–-]\d{1,2}) ([A-Z][a-z]{2,8})/g, "$1\u00a0$2")
    .replace(/\b([A-Z][a-z]{2,8}) (\d{4})\b/g, "$1\u00a0$2");

/** An instant of our record to the minute, in UTC: "21 Nov 2026, 14:02". */
export const formatInstant = (at: Instant): string => `${formatDayShort(dayOfInstant(at))}, ${at.slice(11, 16)}`;
