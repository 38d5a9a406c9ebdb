import { z } from "zod";

/** What a user or a key may do, least first; each may do all that the ones before it may. */
export const Role = z.enum(["reader", "analyst", "editor", "admin"]);
export type Role = z.infer<typeof Role>;

/** Whether `role` may do what `needed` may. */
export const isAtLeast = (role: Role, needed: Role): boolean =>
  Role.options.indexOf(role) >= Role.options.indexOf(needed);
