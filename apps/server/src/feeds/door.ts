import type { IncomingMessage, ServerResponse } from "node:http";
import { type Context, createCaller } from "@readout/api/server";
import { ItemId } from "@readout/core/id";
import { Tag } from "@readout/core/item";
import { page } from "@readout/core/read";
import type { DoorSurroundings } from "../door.ts";
import type { Door } from "../http.ts";
import { fail } from "../rest/fail.ts";
import { type Fields, readQuery } from "../rest/parameters.ts";
import { refuseMethod, type Sending, sendBody } from "../rest/send.ts";
import { type Found, tableOf } from "../rest/table.ts";
import { atomOf } from "./atom.ts";
import { calendarOf } from "./calendar.ts";
import { jsonFeedOf } from "./json-feed.ts";
import { type FeedFrame, feedEntriesOf } from "./news.ts";

type Made = { body: string; type: string; next?: string | null };
type Asked = { tag?: string; itemId?: string; cursor?: string };

/** What is subscribed to: a path, what may be asked of it, and what it gives. */
interface Subscription {
  method: "GET";
  path: `/${string}`;
  fields: Fields;
  make(ctx: Context, asked: Asked): Promise<Made>;
}

const ofEntries = { tag: Tag.optional(), cursor: page.cursor };

const subscriptions = (url: string): Subscription[] => {
  const feedOf = async (
    ctx: Context,
    path: string,
    { itemId, tag, cursor }: Asked,
    form: "atom" | "json",
  ): Promise<Made> => {
    const caller = createCaller(ctx);
    const narrowed = { ...(itemId !== undefined && { itemId: itemId as ItemId }), ...(tag !== undefined && { tag }) };
    const found = await caller.changes.entries({ ...narrowed, limit: 50, ...(cursor !== undefined && { cursor }) });
    const title = itemId === undefined ? null : (await caller.items.get({ id: itemId })).title;
    const about = title ?? (tag === undefined ? "all items" : `items tagged ${tag.replaceAll("-", " ")}`);
    const address = (more: Record<string, string>) => {
      const query = new URLSearchParams({
        ...(itemId === undefined && tag !== undefined && { tag }),
        ...more,
      }).toString();
      return `${url}${path}${query === "" ? "" : `?${query}`}`;
    };
    const next = found.nextCursor === null ? null : address({ cursor: found.nextCursor });
    const frame: FeedFrame = {
      title: `Readout: ${about}`,
      description: `What was recorded of ${about}, corrections and retractions among it, the last first.`,
      home: itemId === undefined ? `${url}/changes` : `${url}/items/${itemId}`,
      self: address(cursor === undefined ? {} : { cursor }),
      next,
    };
    const entries = feedEntriesOf(found, url);
    return form === "atom"
      ? { body: atomOf(frame, entries), type: "application/atom+xml; charset=utf-8", next }
      : { body: jsonFeedOf(frame, entries), type: "application/feed+json; charset=utf-8", next };
  };
  return [
    {
      ...{ method: "GET", path: "/feeds/changes.atom", fields: ofEntries },
      make: (ctx, asked) => feedOf(ctx, "/feeds/changes.atom", asked, "atom"),
    },
    {
      ...{ method: "GET", path: "/feeds/changes.json", fields: ofEntries },
      make: (ctx, asked) => feedOf(ctx, "/feeds/changes.json", asked, "json"),
    },
    {
      ...{ method: "GET", path: "/items/{itemId}/feed.atom", fields: { cursor: page.cursor } },
      make: (ctx, asked) => feedOf(ctx, `/items/${asked.itemId}/feed.atom`, asked, "atom"),
    },
    {
      ...{ method: "GET", path: "/calendar.ics", fields: { tag: Tag.optional(), itemId: ItemId.optional() } },
      make: async (ctx, { itemId, tag }) => {
        const caller = createCaller(ctx);
        const { milestones } = await caller.milestones.calendar({
          ...(itemId !== undefined && { itemId: itemId as ItemId }),
          ...(tag !== undefined && { tag }),
        });
        const about = itemId === undefined ? null : (await caller.items.get({ id: itemId })).title;
        const tagged = tag === undefined ? "" : `, ${tag.replaceAll("-", " ")}`;
        const body = calendarOf({ name: `Readout: ${about ?? `dates${tagged}`}`, url }, milestones);
        return { body, type: "text/calendar; charset=utf-8" };
      },
    },
  ];
};

/** What is subscribed to: feeds of entries, and the calendar of milestones. They show today, and take no as-of. */
export function createFeedDoor({ installation, contextOf, url }: DoorSurroundings): Door {
  const find = tableOf(subscriptions(url));
  const answer = async (
    { route, inPath }: Found<Subscription>,
    query: string,
    request: IncomingMessage,
    response: ServerResponse,
  ) => {
    const ctx = await contextOf(request);
    const asked = readQuery(query, route.fields) as Asked;
    const { body, type, next } = await route.make(ctx, { ...asked, ...inPath });
    if (next != null) response.setHeader("Link", `<${next}>; rel="next"`);
    const isPersonal = request.headers.authorization !== undefined || request.headers.cookie !== undefined;
    const sending: Sending = { request, response, isPrivate: installation.private || isPersonal };
    sendBody(sending, Buffer.from(body), type, sending.isPrivate ? "private, no-cache" : "no-cache");
  };
  return async (request, response) => {
    const [path = "", ...query] = request.url!.split("#", 1)[0]!.split("?");
    const here = find(path);
    if (here === null) return false;
    if (!installation.private) response.setHeader("Access-Control-Allow-Origin", "*");
    try {
      const found = here.get(request.method === "HEAD" ? "GET" : request.method!);
      if (found === undefined) refuseMethod(request, response, [...here.keys()]);
      else await answer(found, query.join("?"), request, response);
    } catch (error) {
      fail(error, request, response);
    }
    return true;
  };
}
