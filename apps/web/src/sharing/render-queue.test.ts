import { expect, it } from "vitest";
import { inTurn } from "./render-queue.ts";

it("draws one picture at a time, in the order asked for, and turns away those beyond the eighth", async () => {
  let drawing = 0;
  let most = 0;
  const drawn: number[] = [];
  const draw = (n: number) => async () => {
    drawing += 1;
    most = Math.max(most, drawing);
    await Promise.resolve();
    drawing -= 1;
    drawn.push(n);
    return n;
  };
  const answers = await Promise.all(Array.from({ length: 11 }, (_, n) => inTurn(draw(n))));
  expect(answers).toEqual([0, 1, 2, 3, 4, 5, 6, 7, null, null, null]);
  expect(most).toBe(1);
  expect(drawn).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

it("goes on after a drawing that failed", async () => {
  await expect(
    inTurn(async () => {
      throw new Error("no ink");
    }),
  ).rejects.toThrow("no ink");
  expect(await inTurn(async () => "next")).toBe("next");
});
