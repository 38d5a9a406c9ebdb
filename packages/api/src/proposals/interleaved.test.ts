import { isReadoutError } from "@readout/core/error";
import { isProposal } from "@readout/core/proposal";
import { expect, test } from "vitest";
import { randomFrom } from "../testing/records.ts";
import { aChange, anItem, createTestContext } from "../testing.ts";
import { verifyLedgers } from "../verify.ts";

test.each([3, 11])(
  "two editors, fifty interleaved edits on ten items: each is in a ledger, still waits or was refused to its author (seed %s)",
  async (seed) => {
    const random = randomFrom(seed);
    const below = (n: number) => Math.floor(random() * n);
    const { callerAs, caller, db } = await createTestContext();
    const editors = [callerAs("editor", "ann"), callerAs("editor", "eve")] as const;
    const itemIds: string[] = [];
    for (let i = 0; i < 10; i++) itemIds.push((await caller.items.open(anItem())).id);

    /** What each edit ended in, as whoever wrote was told; a proposal that met a conflict goes on waiting. */
    const outcomes: Promise<"recorded" | "conflict" | "waiting">[] = [];
    const edit = async (n: number, who: 0 | 1, itemId: string, isProposed: boolean, pauseMs: number) => {
      let isWaiting = false;
      const { head } = await editors[who].items.entries({ id: itemId });
      const command = aChange(itemId, head, { summary: `edit ${n}` });
      // Somebody reads and types meanwhile; the other one does not wait for it.
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      try {
        if (!isProposed) {
          expect(isProposal(await editors[who].items.record(command))).toBe(false);
          return "recorded";
        }
        const { id } = await editors[who].proposals.propose(command);
        isWaiting = true;
        await editors[who === 0 ? 1 : 0].proposals.approve({ id });
        return "recorded";
      } catch (error) {
        if (!isReadoutError(error, "conflict")) throw error;
        expect(error.details.entriesSince).not.toEqual([]);
        return isWaiting ? "waiting" : "conflict";
      }
    };
    for (let n = 0; n < 50; n++)
      outcomes.push(edit(n, (n % 2) as 0 | 1, itemIds[below(10)]!, random() < 0.4, below(40)));
    const told = await Promise.all(outcomes);

    const ledgers = await Promise.all(itemIds.map((id) => caller.items.entries({ id })));
    const summaries = ledgers.flatMap(({ entries }) =>
      entries.map((entry) => ("summary" in entry ? entry.summary : null)),
    );
    const editsThat = (outcome: string) => told.flatMap((said, n) => (said === outcome ? [`edit ${n}`] : [])).sort();
    const recorded = editsThat("recorded");
    expect(summaries.sort()).toEqual(recorded);
    const { proposals } = await caller.proposals.list({ state: "waiting", limit: 200 });
    const waiting = proposals.map(({ command }) => ("summary" in command ? command.summary : null));
    expect(waiting.sort()).toEqual(editsThat("waiting"));
    // Fifty at once on ten items: some of them had to meet.
    expect(told).toContain("conflict");
    expect(await verifyLedgers(db)).toEqual({ items: 10, entries: recorded.length, faults: [] });
  },
);
