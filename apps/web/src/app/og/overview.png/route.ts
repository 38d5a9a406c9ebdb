import { count } from "@readout/core/wording";
import { families } from "../../../overview/phases.tsx";
import { overviewSentence, plainSentence } from "../../../overview/sentence.ts";
import { askedView } from "../../../sharing/asked-picture.ts";
import { recordPicture } from "../../../sharing/picture.tsx";
import { pictureHeaders } from "../../../sharing/picture-headers.ts";
import { api } from "../../../trpc/server.ts";

/** `/og/overview.png`: the picture of every page that has none of its own. */
export async function GET(request: Request): Promise<Response> {
  const view = askedView(request);
  if (view === null)
    return new Response("This day cannot be read.\n", {
      status: 400,
      headers: pictureHeaders("text/plain; charset=utf-8", false),
    });
  const overview = await api.record.overview(view.input);
  const counts = families.flatMap(({ key, words }) => {
    const items = overview.counts.families[key];
    return items === 0 ? [] : [{ family: key, words: `${count(items)} ${words}` }];
  });
  return recordPicture(view, plainSentence(overviewSentence(overview)), counts);
}
