import type { Context } from "./context.ts";
import { appRouter } from "./router.ts";
import { callerFactory, readoutErrorOf } from "./trpc.ts";

export { type Accounts, type Cookies, createAccounts, type Redirect } from "./access/accounts.ts";
export { addUser } from "./access/add-user.ts";
export { addressHeader } from "./access/asked-headers.ts";
export { authenticate } from "./access/authenticate.ts";
export { createKey } from "./access/create-key.ts";
export { editUser } from "./access/edit-user.ts";
export { ensureFirstAdmin, type FirstAdmin } from "./access/first-admin.ts";
export type { Provider } from "./access/people-auth.ts";
export { listKeys, listUsers, verifyKey } from "./access/queries.ts";
export { resetPassword } from "./access/reset-password.ts";
export { revokeKey } from "./access/revoke-key.ts";
export { type Context, createContext, type Installation, type Log, type Revision, type User } from "./context.ts";
export { type Loaded, type LoadOptions, loadDataset } from "./dataset/load.ts";
export { closeDb, createDb, type Db, type DbOptions } from "./db/handle.ts";
export { followChanges } from "./events/follow.ts";
export { type OpenApiDocument, openApiDocument } from "./openapi.ts";
export { type RestRoute, restRoutes } from "./rest-routes.ts";
export { type AppRouter, appRouter } from "./router.ts";
export { listPageAddresses, type PageAddress, type PageAddresses } from "./sitemap/queries.ts";
export { readoutErrorOf, trpcErrorOf } from "./trpc.ts";
export { type LedgerFault, type Verified, verifyLedgers } from "./verify.ts";
export {
  type ClaimedMessage,
  claimMessage,
  giveUpAbandoned,
  type SendOutcome,
  settleMessage,
} from "./watches/outbox.ts";
export { findUnsubscribing, unsubscribe, writeUnsubscribeToken } from "./watches/unsubscribe.ts";
export { type WrittenMessage, writeMessages } from "./watches/write-messages.ts";

const createTrpcCaller = callerFactory(appRouter);

/**
 * The procedures as functions, called in process: `createCaller(ctx).items.get({ id })`.
 * They throw {@link ReadoutError}s, as the client does.
 */
export const createCaller = (ctx: Context, options: { signal?: AbortSignal } = {}) =>
  createTrpcCaller(ctx, {
    ...options,
    onError: ({ error }) => {
      throw readoutErrorOf(error);
    },
  });
export type Caller = ReturnType<typeof createCaller>;
