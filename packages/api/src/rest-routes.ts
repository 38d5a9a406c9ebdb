import { z } from "zod";
import type { Context } from "./context.ts";
import { appRouter } from "./router.ts";
import { schemaBehind } from "./sync-schema.ts";
import { type ProcedureMeta, type RestPath, readoutErrorOf } from "./trpc.ts";

/** A procedure as the HTTP API offers it. */
export interface RestRoute extends RestPath {
  /** The procedure's name, as in `items.list`. */
  name: string;
  role: NonNullable<ProcedureMeta["role"]>;
  input: z.ZodType;
  output: z.ZodType;
  /** The input's fields, where it is one object; null where it is one of several. */
  fields: Readonly<Record<string, z.ZodType>> | null;
  /** The fields of the input that stand in the path, by the name they have there. */
  inPath: ReadonlyMap<string, string>;
  /** Calls the procedure. Throws a ReadoutError. */
  call(ctx: Context, input: unknown, signal?: AbortSignal): Promise<unknown>;
}

/** What tRPC keeps of a procedure, as far as it matters here. */
interface KeptProcedure {
  (call: {
    path: string;
    ctx: Context;
    type: string;
    getRawInput(): Promise<unknown>;
    signal: AbortSignal | undefined;
    batchIndex: number;
  }): Promise<unknown>;
  _def: { type: string; inputs: z.ZodType[]; output?: z.ZodType; meta?: ProcedureMeta };
}

const namesIn = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);

/** The HTTP API, read from the procedures themselves. */
export const restRoutes: readonly RestRoute[] = Object.entries(
  appRouter._def.procedures as unknown as Record<string, KeptProcedure>,
).flatMap(([name, procedure]) => {
  const { type, meta } = procedure._def;
  if (meta?.rest === undefined) return [];
  const [input, output] = [procedure._def.inputs[0], procedure._def.output].map(
    (schema) => schema && schemaBehind(schema),
  );
  if (input === undefined || output === undefined) throw new Error(`${name} must name its input and its output`);
  return {
    ...meta.rest,
    name,
    role: meta.role ?? "admin",
    input,
    output,
    fields: input instanceof z.ZodObject ? (input.shape as Record<string, z.ZodType>) : null,
    inPath: new Map(namesIn(meta.rest.path).map((name) => [name, meta.rest?.pathFields?.[name] ?? name])),
    call: async (ctx, given, signal) => {
      try {
        return await procedure({ path: name, ctx, type, signal, batchIndex: 0, getRawInput: async () => given });
      } catch (error) {
        throw readoutErrorOf(error);
      }
    },
  };
});
