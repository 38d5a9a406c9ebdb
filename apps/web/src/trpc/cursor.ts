import { isReadoutError } from "@readout/core/error";

/**
 * A page of a list from its cursor on; the first page where the cursor is not one, as after a hand at the address.
 *
 * @param given the parameter as the address has it
 */
export async function orFirstPage<P>(
  given: string | string[] | undefined,
  load: (from: { cursor?: string }) => Promise<P>,
): Promise<P & { isRestart: boolean }> {
  const cursor = typeof given === "string" && given !== "" ? given : null;
  if (cursor !== null) {
    try {
      return { ...(await load({ cursor })), isRestart: false };
    } catch (error) {
      if (!isRefusedCursor(error)) throw error;
    }
  }
  return { ...(await load({})), isRestart: given !== undefined };
}

function isRefusedCursor(error: unknown): boolean {
  const known = isReadoutError(error)
    ? error
    : error instanceof Error && isReadoutError(error.cause)
      ? error.cause
      : null;
  return known?.code === "invalid_input" && (known.details.fields ?? []).some(({ path }) => path === "cursor");
}
