import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import { openApiDocument } from "./openapi.ts";
import { restRoutes } from "./rest-routes.ts";
import { appRouter } from "./router.ts";

// biome-ignore lint/suspicious/noExplicitAny: a document is looked into at every depth
const documentOf = (options?: { isPrivate: boolean }): any =>
  JSON.parse(JSON.stringify(openApiDocument("https://readout.example", options)));

test("the document is valid OpenAPI 3.1", async () => {
  const outcome = await new Validator().validate(documentOf());
  expect(outcome).toMatchObject({ valid: true });
});

test("every reference leads to a named shape", () => {
  const document = documentOf();
  const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
    ([, name]) => name!,
  );
  expect(refs.length).toBeGreaterThan(0);
  expect(refs.filter((name) => !(name in document.components.schemas))).toEqual([]);
});

test("every procedure has its door, and every door its procedure", () => {
  const { paths } = documentOf();
  const described = Object.entries<Record<string, { operationId: string }>>(paths).flatMap(([, operations]) =>
    Object.values(operations).map(({ operationId }) => operationId.replace("_", ".")),
  );
  expect(described.sort()).toEqual(Object.keys(appRouter._def.procedures).sort());
});

test("every read of the record but the feed, the diff and the edits takes knownOn, validOn and basis", () => {
  const { paths } = documentOf();
  const reads = restRoutes.filter(
    ({ method, name, role }) =>
      method === "GET" && role === "anyone" && !/^(account|changes|diff|history)\.|^record\.since$/.test(name),
  );
  expect(reads.length).toBeGreaterThan(10);
  for (const { path } of reads) {
    const names = paths[path].get.parameters.map(({ name }: { name: string }) => name);
    expect([path, ...names]).toEqual(expect.arrayContaining(["knownOn", "validOn", "basis"]));
  }
});

test("lists are described with limit, cursor and comma-separated words", () => {
  const { parameters } = documentOf().paths["/items"].get;
  const find = (name: string) => parameters.find((parameter: { name: string }) => parameter.name === name);
  expect(find("status")).toMatchObject({ style: "form", explode: false, schema: { type: "array" } });
  expect(find("limit")).toMatchObject({ schema: { type: "integer", minimum: 1, maximum: 200, default: 50 } });
  expect(find("cursor")).toMatchObject({ schema: { type: "string" } });
  expect(find("cursor").required ?? false).toBe(false);
});

test("an entry's body is one of five kinds, each closed, and without the item, which stands in the path", () => {
  const { post } = documentOf().paths["/items/{id}/entries"];
  const { schema } = post.requestBody.content["application/json"];
  const kinds = schema.oneOf.map(
    ({ properties }: { properties: { kind: { const: string } } }) => properties.kind.const,
  );
  expect(kinds).toEqual(["change", "reaffirmation", "review", "correction", "retraction"]);
  for (const option of schema.oneOf) {
    expect(option.additionalProperties).toBe(false);
    expect(option.properties).not.toHaveProperty("itemId");
    expect(option.required).toContain("expectedHead");
  }
  expect(post.parameters).toMatchObject([{ in: "path", name: "id", required: true }]);
});

describe.each([
  ["a public installation", false],
  ["a private installation", true],
])("in %s", (_, isPrivate) => {
  test("each door says which key it needs and which problems it answers", () => {
    const { paths, components } = documentOf({ isPrivate });
    expect(components.securitySchemes.key).toMatchObject({ type: "http", scheme: "bearer" });
    for (const { path, method, role, status, waiting } of restRoutes) {
      const operation = paths[path][method.toLowerCase()];
      const isOpen = role === "anyone" && !isPrivate;
      expect(operation.security).toEqual(isOpen ? [{}, { key: [] }] : [{ key: [] }]);
      const problems = Object.entries<{ content: object }>(operation.responses).filter(([status]) => status >= "400");
      expect(problems.map(([status]) => status)).toEqual(expect.arrayContaining(["400", "401", "429", "500"]));
      for (const [, { content }] of problems)
        expect(content).toEqual({ "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } });
      const successes = Object.keys(operation.responses).filter((code) => code < "400");
      const expected = method === "GET" || status === 200 ? "200" : "201";
      expect(successes).toEqual(waiting === undefined ? [expected] : [expected, "202"]);
      if (!isOpen) expect(operation.responses).toHaveProperty("403");
    }
  });
});
