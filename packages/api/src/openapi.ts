import { ActorDetail, ActorSummary } from "@readout/core/actor";
import { AuditRow } from "@readout/core/audit";
import { ItemDiff } from "@readout/core/diff";
import { Disagreement } from "@readout/core/disagreement";
import {
  ChangeEntry,
  CorrectionEntry,
  Entry,
  ReaffirmationEntry,
  RetractionEntry,
  ReviewEntry,
} from "@readout/core/entry";
import { errorCodes, errorTitles, httpStatus } from "@readout/core/error";
import { ReadoutEvent, RecordedEntry } from "@readout/core/event";
import { Evidence, NewEvidence, TextQuote } from "@readout/core/evidence";
import { Export, ExportedItem } from "@readout/core/export";
import { ItemDetail, ItemLink, ItemRow } from "@readout/core/item";
import { ListedMilestone, Milestone, MilestoneVerdict, NewMilestone } from "@readout/core/milestone";
import { Person } from "@readout/core/person";
import { Proposal } from "@readout/core/proposal";
import { ChangeToken } from "@readout/core/read";
import { Reading, StatusInterval } from "@readout/core/reading";
import { ScenarioSet } from "@readout/core/scenario";
import { SourceDetail, SourceSummary } from "@readout/core/source";
import { Status } from "@readout/core/status";
import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { type RestRoute, restRoutes } from "./rest-routes.ts";

/** An OpenAPI 3.1 document. */
export type OpenApiDocument = ReturnType<typeof createDocument>;

const Problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().meta({ description: "What is wrong, for people" }),
    code: z.enum(errorCodes),
    fields: z.array(z.object({ path: z.string(), message: z.string() })).meta({
      description: "The fields or parameters that are wrong; dots lead inwards, as in `evidence.0.paragraphs`",
    }),
    requestId: z.string(),
    fix: z.string().optional().meta({ description: "What would help" }),
    head: z.number().int().optional().meta({ description: "With `conflict`: where the ledger stands" }),
    version: z.number().int().optional().meta({ description: "With `conflict`: the version the edit was made on" }),
    current: z.unknown().optional().meta({ description: "With `conflict`: the current version, or the kept draft" }),
    entriesSince: z.array(Entry).optional().meta({ description: "With `conflict`: the entries that came in between" }),
  })
  .meta({ description: "A problem of RFC 9457" });

/** What has a name of its own in the document. */
const named = {
  ...{
    Problem,
    Status,
    Reading,
    StatusInterval,
    Milestone,
    NewMilestone,
    ListedMilestone,
    Evidence,
    TextQuote,
    MilestoneVerdict,
    NewEvidence,
  },
  ...{ ChangeEntry, ReaffirmationEntry, ReviewEntry, CorrectionEntry, RetractionEntry, Entry },
  ...{ Item: ItemRow, ItemLink, ItemDetail, ItemDiff, Disagreement, ScenarioSet },
  ...{ Source: SourceSummary, SourceDetail, Actor: ActorSummary, ActorDetail, ReadoutEvent },
  ...{ Proposal, Person, AuditRow, Export, ExportedItem, RecordedEntry },
};

const description = `What is open between states, where it stands, how we know, and what was known on a given day.

**As-of.** Every read takes \`knownOn\` (default: today), \`validOn\` (default: \`knownOn\`) and \`basis\`: \`reported\` (default) sees what the
sources had reported by then, \`recorded\` what this record held; with it \`knownOn\` may be an instant. Days are UTC.

**Lists** take \`limit\` (1 to 200, default 50) and the \`cursor\` that the page before gave as \`nextCursor\`; the other parameters stay the same.
Lists of words are separated by commas. Unknown parameters and body fields are refused, and so is a parameter given twice.

**Writing** needs a key in the role that the operation names, made with \`npm run readout -- keys create --role editor --name ci\` and sent as
\`Authorization: Bearer\`.

**Errors** are problems of RFC 9457: ${errorCodes.map((code) => `\`${code}\` (${httpStatus[code]})`).join(", ")}.`;

/**
 * Describes the HTTP API from its procedures.
 *
 * @param url where the installation is reached, without a trailing slash
 */
export function openApiDocument(url: string, { isPrivate = false }: { isPrivate?: boolean } = {}): OpenApiDocument {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of restRoutes) {
    const operation = operationOf(route, isPrivate);
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation };
  }
  paths["/changes/stream"] = { get: streamOperation(isPrivate) };
  return createDocument({
    openapi: "3.1.0",
    info: { title: "Readout", version: "1.0.0", description },
    servers: [{ url: `${url}/api/v1` }],
    tags: [...new Set(restRoutes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: named,
      securitySchemes: {
        key: { type: "http", scheme: "bearer", description: "A key made with `readout keys create`" },
      },
    },
  });
}

function operationOf(route: RestRoute, isPrivate: boolean): ZodOpenApiOperationObject {
  const success = {
    description: route.method === "GET" ? "The answer" : route.status === 200 ? "What became of it" : "What was made",
    headers: z.object({ "X-Request-Id": z.string(), ...headersOf(route) }),
    content: contentOf(route),
  };
  const waiting = { ...success, description: "What waits for somebody else's approval" };
  return {
    operationId: route.name.replace(".", "_"),
    summary: route.summary,
    tags: [route.tag],
    security: securityOf(route.role === "anyone" && !isPrivate),
    "x-readout-role": route.role,
    ...inputOf(route),
    responses: {
      [route.method === "GET" ? 200 : (route.status ?? 201)]: success,
      ...(route.waiting === undefined ? {} : { 202: waiting }),
      ...problemsOf(route, isPrivate),
    },
  };
}

/** JSON as the procedure answers it; other media types hold the same in their own form. */
function contentOf({ produces = {}, output }: RestRoute): Record<string, { schema: z.ZodType }> {
  const others = Object.values(produces).filter((type) => type !== "application/json");
  return {
    "application/json": { schema: output },
    ...Object.fromEntries(others.map((type) => [type.split(";")[0]!, { schema: z.string() }])),
  };
}

function headersOf({ method, location, produces }: RestRoute): Record<string, z.ZodType> {
  if (method === "GET")
    return {
      ...{ "Cache-Control": z.string(), ETag: z.string().optional() },
      ...(produces === undefined ? {} : { "Content-Disposition": z.string().optional() }),
    };
  return location === undefined ? {} : { Location: z.string() };
}

function inputOf(route: RestRoute): Pick<ZodOpenApiOperationObject, "requestParams" | "requestBody"> {
  const inPath = Object.fromEntries([...route.inPath.values()].map((field) => [field, true as const]));
  const path = z.object(Object.fromEntries([...route.inPath].map(([name, field]) => [name, fieldOf(route, field)])));
  const requestParams = route.inPath.size > 0 ? { path } : {};
  if (route.method !== "GET") {
    const schema = withoutPath(route.input, inPath);
    return { requestParams, requestBody: { required: true, content: { "application/json": { schema } } } };
  }
  const query = Object.entries(route.fields ?? {}).filter(([field]) => !(field in inPath));
  const shape = Object.fromEntries(query.map(([field, schema]) => [field, asParameter(schema)]));
  return { requestParams: { ...requestParams, ...(query.length > 0 ? { query: z.object(shape) } : {}) } };
}

/** The field of an input, also where the input is one of several objects that all have it. */
function fieldOf(route: RestRoute, field: string): z.ZodType {
  const found = route.fields?.[field] ?? (firstOption(route.input)?.shape[field] as z.ZodType | undefined);
  if (found === undefined) throw new Error(`${route.name} has no field ${field}`);
  return found;
}

const firstOption = (input: z.ZodType): z.ZodObject | undefined =>
  input instanceof z.ZodDiscriminatedUnion ? (input.options[0] as z.ZodObject) : undefined;

function withoutPath(input: z.ZodType, inPath: Record<string, true>): z.ZodType {
  if (input instanceof z.ZodDiscriminatedUnion) {
    const options = (input.options as z.ZodObject[]).map((option) => option.omit(inPath));
    return z.discriminatedUnion("kind", options as unknown as [z.ZodObject<{ kind: z.ZodLiteral<string> }>]);
  }
  return Object.keys(inPath).length > 0 ? (input as z.ZodObject).omit(inPath) : input;
}

/** Lists are written as one parameter, separated by commas. */
function asParameter(schema: z.ZodType): z.ZodType {
  const inner = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
  return inner instanceof z.ZodArray ? schema.meta({ param: { style: "form", explode: false } }) : schema;
}

const securityOf = (isOpen: boolean) => (isOpen ? [{}, { key: [] }] : [{ key: [] }]);

const mebibyte = 1024 * 1024;

function problemsOf(route: RestRoute, isPrivate: boolean): ZodOpenApiOperationObject["responses"] {
  const isRead = route.method === "GET";
  const guarded = !isRead || isPrivate || route.role !== "anyone";
  const statuses: Record<string, string> = {
    400: errorTitles.invalid_input,
    401: errorTitles.unauthenticated,
    ...(guarded ? { 403: errorTitles.forbidden } : {}),
    ...(route.inPath.size > 0 ? { 404: errorTitles.not_found } : {}),
    ...(isRead
      ? {}
      : {
          409: errorTitles.conflict,
          413: `The body is longer than ${(route.maxBodyBytes ?? mebibyte) / mebibyte} MiB`,
          415: "The body is not JSON",
          422: `${errorTitles.evidence_required}, or: ${errorTitles.reason_required}`,
        }),
    429: errorTitles.rate_limited,
    500: errorTitles.internal,
  };
  const content = { "application/problem+json": { schema: Problem } };
  return Object.fromEntries(Object.entries(statuses).map(([status, text]) => [status, { description: text, content }]));
}

function streamOperation(isPrivate: boolean): ZodOpenApiOperationObject {
  const problem = { "application/problem+json": { schema: Problem } };
  return {
    operationId: "changes_stream",
    summary: "The change feed as server-sent events",
    description:
      "Each event of the feed, then each as it comes; `id` is its token and `data` a ReadoutEvent. A broken stream goes on after `Last-Event-ID`.",
    tags: ["Changes"],
    security: securityOf(!isPrivate),
    "x-readout-role": "anyone",
    requestParams: {
      query: z.object({ since: ChangeToken.optional() }),
      header: z.object({ "Last-Event-ID": ChangeToken.optional() }),
    },
    responses: {
      200: { description: "The stream", content: { "text/event-stream": { schema: z.string() } } },
      400: { description: errorTitles.invalid_input, content: problem },
      401: { description: errorTitles.unauthenticated, content: problem },
      429: { description: errorTitles.rate_limited, content: problem },
    },
  };
}
