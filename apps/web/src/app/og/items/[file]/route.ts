import { askedPicture } from "../../../../sharing/asked-picture.ts";
import { itemPicture } from "../../../../sharing/picture.tsx";
import { pictureHeaders } from "../../../../sharing/picture-headers.ts";

/** `/og/items/{id}.png`: the picture that goes with a link to an item, on the day of the link. */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const asked = await askedPicture(request, (await params).file, ".png");
  if (asked.kind === "item") return itemPicture(asked.shared);
  const [status, words] = asked.kind === "missing" ? [404, "There is no such item.\n"] : [400, `${asked.message}.\n`];
  return new Response(words, { status, headers: pictureHeaders("text/plain; charset=utf-8", false) });
}
