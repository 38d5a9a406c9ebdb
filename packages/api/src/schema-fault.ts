import { type FieldFault, ReadoutError } from "@readout/core/error";
import { z } from "zod";

/** Whether an error is a schema's refusal; known by its name, because bundles copy classes. */
export const isSchemaFault = (error: unknown): error is z.core.$ZodError =>
  error instanceof z.core.$ZodError || (error instanceof Error && /^\$?ZodError$/.test(error.name));

/** Names each refused field, the unknown ones by their own name. */
export function invalidInputOf(error: z.core.$ZodError): ReadoutError {
  const fields = error.issues.flatMap((issue) => faultsOf(issue, []));
  const [first] = fields;
  const message =
    first === undefined
      ? "The input is not valid"
      : first.path === ""
        ? first.message
        : `${first.path}: ${first.message}`;
  return new ReadoutError("invalid_input", message, { fields });
}

function faultsOf(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): FieldFault[] {
  const place = [...above, ...issue.path];
  const path = place.map(String).join(".");
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        path: [...place, key].map(String).join("."),
        message: "there is no such field here",
      }));
    case "invalid_union": {
      if (issue.discriminator !== undefined) return [{ path, message: wordsOf(issue) }];
      // Where every branch refuses, the one that got furthest says what was meant.
      const branches = issue.errors.map((issues) => issues.flatMap((inner) => faultsOf(inner, place)));
      return branches.sort((a, b) => a.length - b.length)[0] ?? [{ path, message: issue.message }];
    }
    default:
      return [{ path, message: wordsOf(issue) }];
  }
}

function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.message.endsWith("received undefined")) return "is missing";
  if (issue.code === "invalid_union") return "is missing or not one of the kinds there are";
  return issue.message.replace(/^Invalid (input|option): /, "");
}
