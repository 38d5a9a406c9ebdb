import { actorsRouter } from "./actors/router.ts";
import { diffRouter } from "./diff/router.ts";
import { changesRouter } from "./events/router.ts";
import { itemsRouter } from "./items/router.ts";
import { milestonesRouter } from "./milestones/router.ts";
import { recordRouter } from "./record/router.ts";
import { scenarioSetsRouter } from "./scenarios/router.ts";
import { sourcesRouter } from "./sources/router.ts";
import { router } from "./trpc.ts";

/** Every procedure there is. */
export const appRouter = router({
  items: itemsRouter,
  sources: sourcesRouter,
  actors: actorsRouter,
  milestones: milestonesRouter,
  scenarioSets: scenarioSetsRouter,
  diff: diffRouter,
  changes: changesRouter,
  record: recordRouter,
});
export type AppRouter = typeof appRouter;
