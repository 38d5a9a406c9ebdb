import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** The library's number for argon2id; its names for them are gone once types are stripped. */
const argon2id = 2;

/** Memory in KiB, passes and lanes. @source OWASP Password Storage Cheat Sheet, argon2id */
const cost = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The argon2id hash of a password, with its salt and cost. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/** Whether a password has the hash. */
export const isPassword = ({ hash: kept, password }: { hash: string; password: string }): Promise<boolean> =>
  verify(kept, password);

/** Without the letters and digits that are taken for each other. */
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/** A password nobody chose: four groups of five, 99 bits, fit to be read out. */
export const makePassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join("")).join(
    "-",
  );
