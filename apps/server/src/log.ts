import { type Logger, pino } from "pino";

const secretNames = ["authorization", "cookie", "set-cookie", "password", "key", "token", "secret"];

/** One JSON line per event on standard error; what could open a door is left out at any of the depths we write. */
export function createLog(level: "info" | "silent" = "info"): Logger {
  const paths = secretNames.flatMap((name) =>
    ["", "*.", "*.*."].map((depth) => depth + (/\W/.test(name) ? `["${name}"]` : name)),
  );
  const redact = { paths: paths.map((path) => path.replace(".[", "[")), censor: "[left out]" };
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact },
    pino.destination({ fd: 2, sync: true }),
  );
}
