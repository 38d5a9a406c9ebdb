import { Role } from "@readout/core/role";

/** What each role may do. */
export const roleWords: Record<Role, string> = {
  reader: "reads",
  analyst: "also forecasts, proposes entries",
  editor: "also records, edits, approves",
  admin: "also users, keys, audit log",
};

/** The roles as a choice, least first. */
export const roleOptions = Role.options.map((role) => ({ value: role, words: `${role}: ${roleWords[role]}` }));
