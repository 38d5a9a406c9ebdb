import { addUser } from "../access/add-user.ts";
import { type Caller, createCaller, createContext } from "../server.ts";
import type { TestContext } from "../testing.ts";

/** A person with a mailbox, as tests of watching need them. */
export interface Reader {
  id: string;
  email: string;
  caller: Caller;
}

/** Gives somebody an account as a reader. */
export async function aReader(context: TestContext, name = "reader"): Promise<Reader> {
  const email = `${name}@example.org`;
  const { user } = await addUser(context.db, { email, name, role: "reader" });
  const caller = createCaller(
    createContext(context.ctx, { user: { id: user.id, role: "reader", name }, by: "session" }),
  );
  return { id: user.id, email, caller };
}
