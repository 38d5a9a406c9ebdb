import type { ReadoutError } from "@readout/core/error";

/** What failed, in one sentence, and what to do about it. */
export type ErrorText = { says: string; todo: string | null };

/** Words for a refusal or a failure of something that was asked for from a page. */
export function errorText(error: ReadoutError): ErrorText {
  const { code, message, details, fix } = error;
  if (details.unreachable === true)
    return { says: "Readout did not answer.", todo: "What you typed is still here; try again in a moment." };
  switch (code) {
    case "unauthenticated":
      return { says: "You are no longer signed in.", todo: "What you typed is still here." };
    case "invalid_input":
      return details.fields?.length
        ? { says: counted(details.fields.length), todo: null }
        : { says: `${message}.`, todo: fix ?? null };
    case "internal":
      return {
        says: "Something failed on our side, and nothing was written.",
        todo: `Try again${typeof details.requestId === "string" ? `; the log holds the cause under ${details.requestId}` : ""}.`,
      };
    default:
      return { says: /[.!?]$/.test(message) ? message : `${message}.`, todo: fix ?? null };
  }
}

const counted = (faults: number): string =>
  faults === 1 ? "One field is not right." : `${faults} fields are not right.`;
