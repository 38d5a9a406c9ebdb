/** The parts of an OpenAPI 3.1 document that the page about the API reads. */
export type OpenApiDocument = {
  openapi: string;
  info: { title: string; version: string; description?: string };
  servers?: { url: string }[];
  paths?: Record<string, Partial<Record<Method, Operation>> | undefined>;
  components?: { schemas?: Record<string, JsonSchema> };
};

export type Operation = {
  operationId?: string;
  summary?: string;
  description?: string;
  tags?: string[];
  security?: unknown[];
  parameters?: Parameter[];
  requestBody?: { content?: Record<string, { schema?: JsonSchema }> };
  responses?: Record<string, { description?: string; content?: Record<string, { schema?: JsonSchema }> } | undefined>;
};

export type Parameter = { name: string; in: string; required?: boolean; description?: string; schema?: JsonSchema };

export type JsonSchema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
};

const methods = ["get", "post", "put", "patch", "delete"] as const;
export type Method = (typeof methods)[number];

export type Door = { method: Method; path: string; operation: Operation };

/** The doors by the tag they stand under, in the order of the document. */
export function doorsByTag(document: OpenApiDocument): { tag: string; doors: Door[] }[] {
  const groups = new Map<string, Door[]>();
  for (const [path, operations] of Object.entries(document.paths ?? {}))
    for (const method of methods) {
      const operation = operations?.[method];
      if (operation === undefined) continue;
      const tag = operation.tags?.[0] ?? "Other";
      groups.set(tag, [...(groups.get(tag) ?? []), { method, path, operation }]);
    }
  return [...groups].map(([tag, doors]) => ({ tag, doors }));
}

/** The schema of a JSON body, of a request or of the answer that is not an error. */
export function bodySchema(content: Record<string, { schema?: JsonSchema }> | undefined): JsonSchema | null {
  return Object.entries(content ?? {}).find(([type]) => type.includes("json"))?.[1].schema ?? null;
}

/** What a door answers when all is well: status, and its shape. */
export function answerOf({ responses = {} }: Operation): { status: string; schema: JsonSchema | null } {
  const [status, response] = Object.entries(responses).find(([code]) => code.startsWith("2")) ?? ["200", undefined];
  return { status, schema: bodySchema(response?.content) };
}

const refName = (ref: string): string => decodeURIComponent(ref.split("/").at(-1) ?? ref);

/** A JSON schema as a type, in the notation of TypeScript; named shapes stay names. */
export function typeText(schema: JsonSchema, indent = ""): string {
  if (schema.$ref !== undefined) return refName(schema.$ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const parts = schema.anyOf ?? schema.oneOf;
  if (parts !== undefined) return [...new Set(parts.map((part) => typeText(part, indent)))].join(" | ");
  if (schema.allOf !== undefined) return schema.allOf.map((part) => typeText(part, indent)).join(" & ");
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeText({ ...schema, type }, indent)).join(" | ");
  if (schema.type === "array") {
    const of = schema.items === undefined ? "unknown" : typeText(schema.items, indent);
    return of.includes(" | ") || of.includes(" & ") ? `(${of})[]` : `${of}[]`;
  }
  if (schema.type === "object" || schema.properties !== undefined) return objectText(schema, indent);
  if (schema.type === "integer") return "number";
  return schema.type ?? "unknown";
}

function objectText(schema: JsonSchema, indent: string): string {
  const properties = Object.entries(schema.properties ?? {});
  if (properties.length === 0) {
    const { additionalProperties: of } = schema;
    return typeof of === "object" ? `Record<string, ${typeText(of, indent)}>` : "object";
  }
  const deeper = `${indent}  `;
  const lines = properties.map(([name, of]) => {
    const mark = schema.required?.includes(name) === true ? "" : "?";
    const note = of.description === undefined ? "" : ` // ${of.description}`;
    return `${deeper}${/^\w+$/.test(name) ? name : JSON.stringify(name)}${mark}: ${typeText(of, deeper)};${note}`;
  });
  return `{\n${lines.join("\n")}\n${indent}}`;
}
