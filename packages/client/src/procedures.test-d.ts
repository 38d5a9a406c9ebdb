import type { AppRouter } from "@readout/api";
import { expectTypeOf, test } from "vitest";
import type { CallOptions, ReadoutClient, writes } from "./procedures.ts";

type Procedures = AppRouter["_def"]["record"];
type Group = keyof Procedures;
type TypeOf<Procedure> = Procedure extends { _def: { type: infer Type } } ? Type : never;
type TypesOf<Procedure> = Procedure extends {
  _def: { $types: infer Types extends { input: unknown; output: unknown } };
}
  ? Types
  : never;
/** What streams has a function of its own. */
type CalledIn<G extends Group> = {
  [P in keyof Procedures[G]]: TypeOf<Procedures[G][P]> extends "subscription" ? never : P;
}[keyof Procedures[G]];
type WritesIn<G extends Group> = {
  [P in keyof Procedures[G] & string]: TypeOf<Procedures[G][P]> extends "mutation" ? `${G}.${P}` : never;
}[keyof Procedures[G] & string];

type Taken<Call> = Call extends (input: infer Input, options?: CallOptions) => Promise<unknown>
  ? Exclude<Input, undefined>
  : never;
type Given<Call> = Call extends (...args: never[]) => Promise<infer Output> ? Output : never;

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** The procedures whose input or output is another for the client than for the router. */
type Differing = {
  [G in Group]: {
    [P in CalledIn<G>]: P extends keyof ReadoutClient[G]
      ? [
          Same<Taken<ReadoutClient[G][P]>, TypesOf<Procedures[G][P]>["input"]>,
          Same<Given<ReadoutClient[G][P]>, TypesOf<Procedures[G][P]>["output"]>,
        ] extends [true, true]
        ? never
        : P
      : P;
  }[CalledIn<G>];
}[Group];

test("the client has every procedure of the router that is asked and answered once, with its exact types", () => {
  expectTypeOf<Differing>().toEqualTypeOf<never>();
  expectTypeOf<{ [G in keyof ReadoutClient]: keyof ReadoutClient[G] }>().toEqualTypeOf<{
    readonly [G in Group]: CalledIn<G>;
  }>();
});

test("the client sends as writes what the router takes as writes", () => {
  expectTypeOf<(typeof writes)[number]>().toEqualTypeOf<{ [G in Group]: WritesIn<G> }[Group]>();
});
