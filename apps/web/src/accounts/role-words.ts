import { Role } from "@readout/core/role";

/** What each role may do. */
export const roleWords: Record<Role, string> = {
  reader: "reads what the installation shows, and names of editors",
  analyst: "also forecasts and proposes entries",
  editor: "also records, edits and approves",
  admin: "also keeps users, keys and the audit log",
};

/** The roles as a choice, least first. */
export const roleOptions = Role.options.map((role) => ({ value: role, words: `${role}: ${roleWords[role]}` }));
