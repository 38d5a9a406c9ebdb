import { z } from "zod";
import { Role } from "./role.ts";
import { text } from "./text.ts";
import { Instant } from "./time.ts";

/** The opaque id of a user or a service. */
export const UserId = z.string().regex(/^[\w-]{1,64}$/, "a user id is 1 to 64 letters, digits, dashes or underscores");

/** What a user is called; signed-in people see it beside what they wrote. */
const UserName = text(120);

/** An address for signing in; capitals make no other one. */
export const Email = z.email("must be an e-mail address").max(254, "at most 254 characters").toLowerCase();

/** Length of a password in UTF-16 units; a longer one would make work before it is refused. */
export const passwordLength = { min: 8, max: 128 } as const;

/** A password as its owner chooses it. */
export const Password = z
  .string()
  .min(passwordLength.min, `must have ${passwordLength.min} characters or more`)
  .max(passwordLength.max, `must have ${passwordLength.max} characters or less`);

/** How somebody is known: by a browser's session, or by a key. */
export const KnownBy = z.enum(["session", "key"]);
export type KnownBy = z.infer<typeof KnownBy>;

/** Whoever asks. `email` is null for a service. */
export const Me = z.strictObject({
  id: UserId,
  name: z.string(),
  email: z.string().nullable(),
  role: Role,
  by: KnownBy,
});
export type Me = z.infer<typeof Me>;

/** `user` is null for an anonymous visitor. */
export const WhoAmI = z.strictObject({ user: Me.nullable() });
export type WhoAmI = z.infer<typeof WhoAmI>;

/** The question that needs nothing to be told. */
export const Nothing = z.strictObject({});

/** A person who works in Readout, as administrators see them. */
export const UserSummary = z.strictObject({
  id: UserId,
  name: z.string(),
  email: z.string(),
  role: Role,
  /** Whether every way in is closed. */
  shutOut: z.boolean(),
  createdAt: Instant,
  /** To the minute; null: never. */
  lastSeenAt: Instant.nullable(),
  signsInBy: z.array(z.enum(["password", "provider"])),
});
export type UserSummary = z.infer<typeof UserSummary>;

/** Everybody who may sign in, or could once. */
export const UserList = z.strictObject({ users: z.array(UserSummary) });
export type UserList = z.infer<typeof UserList>;

/** The command to give somebody an account. */
export const AddUser = z.strictObject({ email: Email, name: UserName, role: Role });
export type AddUser = z.infer<typeof AddUser>;

/** A new account with the password we made for it, shown this once. */
export const AddedUser = z.strictObject({ user: UserSummary, password: z.string() });
export type AddedUser = z.infer<typeof AddedUser>;

/** The command to alter an account; what is left out stays. A new role and being shut out end its sessions. */
export const EditUser = z.strictObject({
  id: UserId,
  name: UserName.optional(),
  role: Role.optional(),
  shutOut: z.boolean().optional(),
});
export type EditUser = z.infer<typeof EditUser>;

/** The command to give an account another password; ends its sessions. */
export const ResetPassword = z.strictObject({ id: UserId });
export type ResetPassword = z.infer<typeof ResetPassword>;

/** A password we made, shown this once. */
export const NewPassword = z.strictObject({ password: z.string() });
export type NewPassword = z.infer<typeof NewPassword>;

/** What a key is called: short, one word, fit for a log line. */
const KeyName = z
  .string("is missing")
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u, "must be 1 to 64 letters, digits, dots, dashes or underscores");

/** The command: a key for a program, which acts in a role of its own. */
export const CreateKey = z.strictObject({
  role: z.enum(Role.options, `must be one of ${Role.options.join(", ")}`),
  name: KeyName,
});
export type CreateKey = z.infer<typeof CreateKey>;

/** A new key in plain, this once: only its hash is kept. */
export const CreatedKey = z.strictObject({ id: z.string(), key: z.string() });
export type CreatedKey = z.infer<typeof CreatedKey>;

/** A key as it may be listed: by what it is recognised, never by what it is. */
export const ListedKey = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: Role,
  /** Its first characters. */
  start: z.string(),
  /** Whom its writes are recorded as. */
  userId: UserId,
  createdAt: Instant,
  /** To the minute; null: never. */
  lastUsedAt: Instant.nullable(),
  /** Whether it still opens doors. */
  works: z.boolean(),
});
export type ListedKey = z.infer<typeof ListedKey>;

/** All keys, the revoked ones too, oldest first. */
export const KeyList = z.strictObject({ keys: z.array(ListedKey) });
export type KeyList = z.infer<typeof KeyList>;

/** The command to end a key. */
export const RevokeKey = z.strictObject({ id: text(64) });
export type RevokeKey = z.infer<typeof RevokeKey>;
