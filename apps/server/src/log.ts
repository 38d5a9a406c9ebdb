import { type DestinationStream, type Logger, pino } from "pino";

/** Fields that could open a door. */
const secretFields = ["authorization", "cookie", '["set-cookie"]', "password", "key", "token", "secret"];

/** One JSON line per event on standard error; secret fields are left out at any of the depths we write. */
export function createLog(
  level: "info" | "silent" = "info",
  destination: DestinationStream = pino.destination({ fd: 2, sync: true }),
): Logger {
  const below = (depth: string) =>
    secretFields.map((field) => (field.startsWith("[") ? depth + field : `${depth}.${field}`));
  const paths = [...secretFields, ...below("*"), ...below("*.*")];
  const redact = { paths, censor: "[left out]" };
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact }, destination);
}
