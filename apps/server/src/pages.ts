import { existsSync } from "node:fs";
import { join } from "node:path";
import { startProblem } from "@readout/api/db/start-problem";
import type { Door } from "./http.ts";

/** The pages, served by Next.js within this process. */
export interface Pages {
  door: Door;
  close(): Promise<void>;
}

/**
 * Makes the pages of apps/web ready: as built, or while developing as they are.
 *
 * @param folder apps/web
 * @throws a StartProblem when they were never built
 */
export async function openPages(
  folder: string,
  options: { port: number; hostname: string; development: boolean },
): Promise<Pages> {
  if (!options.development && !existsSync(join(folder, ".next", "BUILD_ID"))) {
    throw startProblem(`the pages are not built (${folder}/.next): \`npm start\` builds them`);
  }
  // Loaded late: it takes a moment, and reads the mode it runs in from the environment.
  const { default: next } = await import("next");
  const { development: dev, port, hostname } = options;
  const app = next({ dev, dir: folder, port, hostname });
  await app.prepare();
  const handle = app.getRequestHandler();
  return {
    door: async (request, response) => {
      await handle(request, response);
      return true;
    },
    close: () => app.close(),
  };
}
