import { z } from "zod";

/** Someone who works in Readout, a person or a service: an opaque id and the name shown to signed-in people. */
export const Person = z.strictObject({ id: z.string(), name: z.string() });
export type Person = z.infer<typeof Person>;

/** Everybody who may stand as an author or approver, the shut-out ones too, by name. */
export const PersonList = z.strictObject({ people: z.array(Person) });
export type PersonList = z.infer<typeof PersonList>;
