import { isReadoutError, type ReadoutError } from "@readout/core/error";

/** The error that a call is refused with; whatever else it ends in is a fault of the test. */
export async function refusalOf(call: Promise<unknown>): Promise<ReadoutError> {
  const error = await call.then(
    () => new Error("was not refused"),
    (thrown: unknown) => thrown,
  );
  if (!isReadoutError(error)) throw error;
  return error;
}
