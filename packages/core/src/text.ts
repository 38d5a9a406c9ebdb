import { z } from "zod";

// PostgreSQL cannot store NUL, and UTF-8 has no lone surrogates: both would be lost or altered silently.
const unstorable = /\p{Surrogate}|\0/u;

/** Human text of 1 to `max` UTF-16 units: not blank, no NUL, no lone surrogate. Kept exactly as typed. */
export const text = (max: number) =>
  z
    .string()
    .max(max, `at most ${max} characters`)
    // Spaces of any width and characters that only format show nothing.
    .refine((value) => /[^\s\p{Z}\p{C}]/u.test(value), "must not be blank")
    .refine((value) => !unstorable.test(value), "must not hold NUL characters or lone surrogates");

/** Text of up to `max` UTF-16 units that may be empty or blank: no NUL, no lone surrogate. */
export const plainText = (max: number) =>
  z
    .string()
    .max(max, `at most ${max} characters`)
    .refine((value) => !unstorable.test(value), "must not hold NUL characters or lone surrogates");
