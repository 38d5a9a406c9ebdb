import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A port that test workers and the configuration agree on, because workers inherit the environment of the runner. */
function port(): number {
  process.env.READOUT_TEST_PORT ??= String(20_000 + Math.floor(Math.random() * 20_000));
  return Number(process.env.READOUT_TEST_PORT);
}

/** The first administrator of such an installation. */
export const admin = { email: "admin@readout.example", password: "the first of many people here" };

/** An installation of the tests' own: empty data folder, own port, nothing taken over from the surroundings. */
export function freshInstallation(): { url: string; dataFolder: string; env: Record<string, string> } {
  process.env.READOUT_TEST_DATA_DIR ??= mkdtempSync(join(tmpdir(), "readout-e2e-"));
  const dataFolder = process.env.READOUT_TEST_DATA_DIR;
  return {
    url: `http://127.0.0.1:${port()}`,
    dataFolder,
    env: {
      PORT: String(port()),
      READOUT_DATA_DIR: dataFolder,
      DATABASE_URL: "",
      READOUT_SECRET: "",
      READOUT_ADMIN_EMAIL: admin.email,
      READOUT_ADMIN_PASSWORD: admin.password,
      NODE_ENV: "production",
    },
  };
}

const flags = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** How to launch the browser: the one the set-up found, else the distribution's, else Playwright's own. */
export function chromium(): { executablePath?: string; args: string[] } {
  const found = [process.env.READOUT_CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser"].find(
    (path): path is string => path !== undefined && existsSync(path),
  );
  // Chromium refuses its sandbox to root.
  const args = process.getuid?.() === 0 ? [...flags, "--no-sandbox"] : flags;
  return found === undefined ? { args } : { executablePath: found, args };
}
