import { ListScenarioSets } from "@readout/core/read";
import { ScenarioSetPage } from "@readout/core/scenario";
import { sync } from "../sync-schema.ts";
import { readProcedure, router } from "../trpc.ts";
import { listScenarioSets } from "./queries.ts";

export const scenarioSetsRouter = router({
  list: readProcedure
    .meta({
      rest: { method: "GET", path: "/scenario-sets", tag: "Scenarios", summary: "All scenario sets, for reading" },
    })
    .input(sync(ListScenarioSets))
    .output(sync(ScenarioSetPage))
    .query(({ ctx, input }) => listScenarioSets(ctx, input)),
});
