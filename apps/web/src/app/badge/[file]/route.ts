import { formatWithSince } from "@readout/core/edtf-text";
import { isPast, pinnedWords } from "../../../sharing/as-known.ts";
import { askedPicture } from "../../../sharing/asked-picture.ts";
import { badgeSvg, emptyBadge, notSince } from "../../../sharing/badge.ts";
import type { SharedItem } from "../../../sharing/load-shared.ts";
import type { Theme } from "../../../sharing/palette.ts";
import { pictureHeaders } from "../../../sharing/picture-headers.ts";

const SVG = "image/svg+xml; charset=utf-8";

/** `/badge/{id}.svg`: where an item stands, for another site; alive, or pinned to a day by the as-of. */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const asked = await askedPicture(request, (await params).file, ".svg");
  if (asked.kind === "item")
    return new Response(badgeOf(asked.shared, asked.theme), { headers: pictureHeaders(SVG, true) });
  const [status, words] = asked.kind === "missing" ? [404, "no such item"] : [400, asked.message];
  return new Response(emptyBadge(words), { status, headers: pictureHeaders(SVG, false) });
}

function badgeOf({ item, view, words, reviewed }: SharedItem, theme: Theme | null): string {
  const pinned = pinnedWords(view);
  const { since } = item.reading;
  const stale = reviewed?.stale ? [notSince(reviewed.day)] : [];
  const tail = [...stale, ...(pinned === null ? [] : [pinned])];
  return badgeSvg({
    status: item.reading.status,
    strong: since === null ? words.status : formatWithSince(words.status, since),
    rest: since === null ? words.rest.replace(/^: /, "") : words.rest.slice(words.rest.indexOf(": ") + 2),
    tail,
    title: item.title,
    description: [`${words.status}${words.rest}`, ...(reviewed?.stale ? [reviewed.words] : []), pinned]
      .filter((part) => part !== null)
      .join("; "),
    theme,
    past: isPast(view),
  });
}
