/** A fault of the surroundings that one line explains: whoever shows it leaves out the stack. Recognised by its name. */
export function startProblem(message: string, options?: ErrorOptions): Error {
  return Object.assign(new Error(message, options), { name: "StartProblem" });
}

/** Whether an error carries its whole explanation in its one-line message. */
export function isStartProblem(error: unknown): error is Error {
  return error instanceof Error && error.name === "StartProblem";
}
