import type { ApiServer } from "./api-server.ts";

/** What a browser does that matters here: it keeps cookies, says where a request comes from, and follows nothing by itself. */
export interface Browser {
  /** The cookies it would send. */
  readonly cookie: string;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Sends a form without a script. */
  submit(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  /** Sends JSON, as a script of our own page does. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
}

/**
 * A browser with nothing in it.
 *
 * @param address where it sits; each has failures of its own
 */
export function openBrowser({ url }: Pick<ApiServer, "url">, address = "192.0.2.1"): Browser {
  const jar = new Map<string, string>();
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const send = async (path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Response> => {
    const response = await fetch(new URL(path, url), {
      redirect: "manual",
      ...init,
      headers: {
        "x-forwarded-for": address,
        ...(jar.size === 0 ? {} : { cookie: cookie() }),
        ...init.headers,
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split(";").map((part) => part.trim());
      const at = pair.indexOf("=");
      if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  };
  return {
    get cookie() {
      return cookie();
    },
    get: (path, headers = {}) => send(path, { headers }),
    submit: (path, fields, headers = {}) =>
      send(path, { method: "POST", body: new URLSearchParams(fields), headers: { origin: url, ...headers } }),
    post: (path, body, headers = {}) =>
      send(path, {
        method: "POST",
        body: JSON.stringify(body),
        headers: { origin: url, "content-type": "application/json", ...headers },
      }),
  };
}
