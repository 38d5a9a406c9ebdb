/** Where a request came from, as the server that took it found out; whatever a client sends under this name is replaced. */
export const addressHeader = "x-readout-address";

/** The headers of a request, as Node has them. */
export type AskedHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** What better-auth needs to know of a request: who asks, and whether another site's page made it. */
const passedOn = [
  "host",
  "cookie",
  "origin",
  "referer",
  "sec-fetch-site",
  "sec-fetch-mode",
  "sec-fetch-dest",
  "user-agent",
  "x-request-id",
  addressHeader,
];

/** The headers to ask better-auth with. */
export function askedHeaders(given: AskedHeaders): Headers {
  const headers = new Headers();
  for (const name of passedOn) {
    const value = given[name];
    if (typeof value === "string") headers.set(name, value);
  }
  return headers;
}

/** Where a request came from and what it is called, for the audit log. */
export const originOf = (headers: Headers | undefined): { address: string | null; requestId: string } => ({
  address: headers?.get(addressHeader) ?? null,
  requestId: headers?.get("x-request-id") ?? "",
});
