import { expect, it } from "vitest";
import { answerOf, doorsByTag, type JsonSchema, typeText } from "./open-api.ts";

it.each<[JsonSchema, string]>([
  [{ type: "string", format: "date" }, "string"],
  [{ type: "integer" }, "number"],
  [{ type: ["string", "null"] }, "string | null"],
  [{ enum: ["open", "closed"] }, '"open" | "closed"'],
  [{ const: 1 }, "1"],
  [{ $ref: "#/components/schemas/Reading" }, "Reading"],
  [{ anyOf: [{ $ref: "#/components/schemas/Reading" }, { type: "null" }] }, "Reading | null"],
  [{ type: "array", items: { enum: ["a", "b"] } }, '("a" | "b")[]'],
  [{ type: "object", additionalProperties: { type: "number" } }, "Record<string, number>"],
  [{}, "unknown"],
])("%j reads %s", (schema, text) => {
  expect(typeText(schema)).toBe(text);
});

it("an object lists its fields, the optional ones marked", () => {
  const schema: JsonSchema = {
    type: "object",
    required: ["id"],
    properties: {
      id: { type: "string" },
      next: { type: "object", properties: { "a-b": { type: "string", description: "why" } } },
    },
  };
  expect(typeText(schema)).toBe('{\n  id: string;\n  next?: {\n    "a-b"?: string; // why\n  };\n}');
});

it("doors stand under their tag, in order, with the answer that is not an error", () => {
  const operation = (tag: string) => ({
    tags: [tag],
    responses: { "400": {}, "201": { content: { "application/json": { schema: { type: "string" } } } } },
  });
  const groups = doorsByTag({
    openapi: "3.1.0",
    info: { title: "Readout", version: "1" },
    paths: {
      "/items": { post: operation("Items"), get: operation("Items") },
      "/sources": { get: operation("Sources") },
    },
  });
  expect(groups.map(({ tag, doors }) => [tag, doors.map(({ method }) => method)])).toEqual([
    ["Items", ["get", "post"]],
    ["Sources", ["get"]],
  ]);
  expect(answerOf(groups[0]!.doors[1]!.operation)).toEqual({ status: "201", schema: { type: "string" } });
});
