import { ListScenarioSets } from "@readout/core/read";
import { ScenarioSetPage } from "@readout/core/scenario";
import { readProcedure, router } from "../trpc.ts";
import { listScenarioSets } from "./queries.ts";

export const scenarioSetsRouter = router({
  list: readProcedure
    .meta({
      rest: { method: "GET", path: "/scenario-sets", tag: "Scenarios", summary: "All scenario sets, for reading" },
    })
    .input(ListScenarioSets)
    .output(ScenarioSetPage)
    .query(({ ctx, input }) => listScenarioSets(ctx, input)),
});
