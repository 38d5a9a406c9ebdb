import { accountRouter, keysRouter, usersRouter } from "./access/router.ts";
import { actorsRouter } from "./actors/router.ts";
import { auditRouter } from "./audit/router.ts";
import { diffRouter } from "./diff/router.ts";
import { disagreementsRouter } from "./disagreements/router.ts";
import { draftsRouter } from "./drafts/router.ts";
import { changesRouter } from "./events/router.ts";
import { exportRouter } from "./export/router.ts";
import { historyRouter } from "./history/router.ts";
import { itemsRouter } from "./items/router.ts";
import { milestonesRouter } from "./milestones/router.ts";
import { peopleRouter } from "./people/router.ts";
import { proposalsRouter } from "./proposals/router.ts";
import { publishersRouter } from "./publishers/router.ts";
import { recordRouter } from "./record/router.ts";
import { reviewRouter } from "./review/router.ts";
import { scenarioSetsRouter } from "./scenarios/router.ts";
import { searchRouter } from "./search/router.ts";
import { sourcesRouter } from "./sources/router.ts";
import { router } from "./trpc.ts";
import { viewsRouter } from "./views/router.ts";
import { visitsRouter } from "./visits/router.ts";
import { mailboxRouter, watchesRouter } from "./watches/router.ts";

/** Every procedure there is. */
export const appRouter = router({
  items: itemsRouter,
  sources: sourcesRouter,
  publishers: publishersRouter,
  actors: actorsRouter,
  milestones: milestonesRouter,
  disagreements: disagreementsRouter,
  scenarioSets: scenarioSetsRouter,
  diff: diffRouter,
  changes: changesRouter,
  record: recordRouter,
  export: exportRouter,
  search: searchRouter,
  proposals: proposalsRouter,
  review: reviewRouter,
  drafts: draftsRouter,
  watches: watchesRouter,
  mailbox: mailboxRouter,
  visits: visitsRouter,
  views: viewsRouter,
  people: peopleRouter,
  history: historyRouter,
  audit: auditRouter,
  account: accountRouter,
  users: usersRouter,
  keys: keysRouter,
});
export type AppRouter = typeof appRouter;
