/** Our own files and data blocks stay; Next's bundles and what it writes for them go. */
const runtimeScript = /<script\b(?![^>]*\bsrc="\/(?!_next\/))(?![^>]*\btype="application\/)[^>]*>[\s\S]*?<\/script>/gi;
/** An element that is called alive by itself; what people wrote into another attribute of it says nothing. */
const aliveElement = /<[a-z][^\s<>"]*(?:\s+(?!data-alive\b)[^\s=<>"]+(?:="[^"]*")?)*\s+data-alive\b/;
const scriptPreload = /<link\b[^>]*\bas="script"[^>]*>/gi;

/**
 * A page that needs no script to be read, without the one that would only build it again in the browser: a third of its
 * length is left, and nothing to load.
 *
 * @param html a whole page; as it is where it does not call itself still, or has a part that is alive
 */
export function stillPage(html: string): string {
  if (!/<main\b[^>]*\sdata-still\b/.test(html) || aliveElement.test(html)) return html;
  return html.replace(runtimeScript, "").replace(scriptPreload, "");
}
