import { toNestErrors } from "@hookform/resolvers";
import type { FieldFault } from "@readout/core/error";
import { inWords } from "@readout/core/wording";
import type { FieldErrors, FieldValues, Resolver } from "react-hook-form";

/** What is asked of a core command schema here. */
export type CommandSchema<Command> = {
  safeParse(input: unknown): { success: true; data: Command } | { success: false; error: { issues: Issue[] } };
};

type Issue = { path: PropertyKey[]; message: string; code?: string; origin?: string; minimum?: number | bigint };

/** A form's values as the command they make, and what could not even be read, by path. */
export type ReadForm = { command: Record<string, unknown>; faults: FieldFault[] };

/**
 * Checks a form by the schema of its command, which has the same paths.
 *
 * What could not be read is said in the words of its reader; the schema's own words about it would only repeat them.
 */
export const commandResolver =
  <Values extends FieldValues, Command>(
    read: (values: Values) => ReadForm,
    schema: CommandSchema<Command>,
  ): Resolver<Values, unknown, Command> =>
  (values, _context, options) => {
    const { command, faults } = read(values);
    const parsed = schema.safeParse(command);
    if (parsed.success && faults.length === 0) return { values: parsed.data, errors: {} };
    const refused = parsed.success ? [] : parsed.error.issues;
    const all = [...faults, ...refused.map((issue) => ({ path: issue.path.join("."), message: issueWords(issue) }))];
    const said = all.filter(({ path }, i) => !all.slice(0, i).some((one) => isWithin(path, one.path)));
    const errors = Object.fromEntries(said.map(({ path, message }) => [path, { type: "fault", message }]));
    return { values: {}, errors: toNestErrors(errors as FieldErrors<Values>, options) };
  };

/** The schemas say what is wrong with a value in words of their own; of a list that is too short they do not. */
const issueWords = ({ code, origin, minimum, message }: Issue): string =>
  code === "too_small" && origin === "array" ? `at least ${inWords(Number(minimum))} needed` : message;

const isWithin = (path: string, field: string): boolean => path === field || path.startsWith(`${field}.`);

/** All faults of a form, in the order in which they were found. */
export function faultsOf(errors: object, prefix = ""): FieldFault[] {
  return Object.entries(errors).flatMap(([name, error]): FieldFault[] => {
    if (typeof error !== "object" || error === null || name === "ref") return [];
    // What is wrong with a list as a whole is kept under a name of its own.
    const path = name === "root" ? prefix.slice(0, -1) : `${prefix}${name}`;
    const { message } = error as { message?: unknown };
    const here = typeof message === "string" ? [{ path, message }] : [];
    return [...here, ...faultsOf(error, `${path}.`)];
  });
}

/** What is wrong with a field: what is said of it, or of a part that has no field of its own. */
export const messageAt = (faults: readonly FieldFault[], name: string): string | undefined =>
  faults.find(({ path }) => isWithin(path, name))?.message;

/** The field at which a fault is shown: the innermost one on its path; null where there is none. */
export const fieldOf = (fault: FieldFault, names: Iterable<string>): string | null =>
  [...names].filter((name) => isWithin(fault.path, name)).sort((a, b) => b.length - a.length)[0] ?? null;

/**
 * The faults to be shown: a field that came after the form was refused is not at fault before the next time.
 *
 * @param standing the fields that stand in the form now
 * @param checked  those that stood there when it was refused last
 */
export const faultsToShow = (
  faults: readonly FieldFault[],
  standing: ReadonlyMap<string, unknown>,
  checked: ReadonlySet<string>,
): FieldFault[] =>
  faults.filter((fault) => {
    const field = fieldOf(fault, standing.keys());
    return field === null || checked.has(field);
  });
