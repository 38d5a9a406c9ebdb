import pg from "pg";

const { DATE, TIMESTAMPTZ } = pg.types.builtins;

/**
 * How values of PostgreSQL reach plain SQL: days as "2017-08-06", instants as "2017-08-06T10:00:00.000Z", counters beyond
 * 32 bits as decimal text, JSON and arrays as values. Presumes sessions in UTC with ISO dates.
 */
export const keepAsText = {
  getTypeParser: (oid: number, format?: "text" | "binary") => {
    if (format !== "binary") {
      if (oid === DATE) return (text: string) => text;
      if (oid === TIMESTAMPTZ) return instantOf;
    }
    return pg.types.getTypeParser(oid, format as "text");
  },
} as pg.CustomTypesConfig;

/** "2017-08-06 10:00:00.5+00" as ISO with milliseconds. */
function instantOf(text: string): string {
  const [day, time = ""] = text.replace(/\+00$/, "").split(" ");
  const [seconds, fraction = ""] = time.split(".");
  return `${day}T${seconds}.${fraction.padEnd(3, "0").slice(0, 3)}Z`;
}
