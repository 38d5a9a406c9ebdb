import "server-only";
import { cache } from "react";
import { requestAsOf } from "../as-of/request.ts";
import { api } from "../trpc/server.ts";

/** What the first page says, asked for once by the page and its title. */
export const requestOverview = cache(async () => api.record.overview((await requestAsOf()).input));
