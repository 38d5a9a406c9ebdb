import { errorCodes, errorTitles, httpStatus } from "@readout/core/error";
import type { Metadata } from "next";
import { pageMetadata } from "../../../../as-of/title.ts";
import { ApiReference, DoorIndex } from "../../../../docs/api-reference.tsx";
import "../../../../docs/docs.css";
import { inWords } from "@readout/core/wording";
import { doorsByTag } from "../../../../docs/open-api.ts";
import { openApi } from "../../../../trpc/server.ts";
import { NoData } from "../../../../ui/no-data.tsx";
import { Section } from "../../../../ui/section.tsx";

export const generateMetadata = (): Promise<Metadata> => pageMetadata("The API");

export default function ApiDocsPage() {
  const document = openApi();
  const doors = document === null ? [] : doorsByTag(document).flatMap((group) => group.doors);
  const reads = doors.filter(({ method }) => method === "get").length;
  return (
    <div className="docs">
      <div className="docs-main">
        <h1 className="lead">
          Whatever a page here shows, a program can ask for, as known on any day
          {reads > 0 && `: ${inWords(reads)} reads and ${inWords(doors.length - reads)} writes`}.
        </h1>
        <Section id="first" title="A first call" beside={<a href="/api/v1/openapi.json">openapi.json</a>}>
          <p className="said">
            Reading needs no key where the installation is public. Put the address of this one before the path.
          </p>
          <Code>{`curl "$READOUT_URL/api/v1/items?phase=open&knownOn=2017-08-07"`}</Code>
          <p className="said">
            Writing needs the key of an editor. It is made on the server, shown once, and travels as a bearer token; the
            answer to an append names the head to decide the next one on.
          </p>
          <Code>{`npm run readout -- keys create --role editor --name ci

curl -X POST "$READOUT_URL/api/v1/items/new-start-extension/entries" \\
  -H "Authorization: Bearer $READOUT_KEY" -H "Content-Type: application/json" \\
  -d '{"kind":"review","lookedOn":"2026-11-21","note":"Nothing new.","expectedHead":9}'`}</Code>
        </Section>
        <Section id="client" title="From TypeScript">
          <p className="said">
            <code>@readout/client</code> has every procedure with its exact types; a failure is a{" "}
            <code>ReadoutError</code> with the same codes as below.
          </p>
          <Code>{`import { createReadoutClient, followChanges } from "@readout/client";

const readout = createReadoutClient({ url: "http://127.0.0.1:3000" });

const { items } = await readout.items.list({ phase: "open", knownOn: "2017-08-07" });
for (const { title, statusSubject, reading } of items)
  console.log(title, "-", reading.status, statusSubject, "since", reading.since);

for await (const event of followChanges(readout)) console.log(event.id, event.type, event.itemId);`}</Code>
        </Section>
        <Section id="as-of" title="As of a day" beside="on every read but the change feed">
          <table>
            <tbody>
              <tr>
                <th scope="row">
                  <code>knownOn</code>
                </th>
                <td>a day; default today</td>
                <td>What was known by the end of that day. A day to come is answered as today.</td>
              </tr>
              <tr>
                <th scope="row">
                  <code>basis</code>
                </th>
                <td>
                  <code>reported</code> or <code>recorded</code>
                </td>
                <td>
                  Known to a reader of the sources (the default), or shown by Readout; only the second takes an instant
                  as <code>knownOn</code>.
                </td>
              </tr>
              <tr>
                <th scope="row">
                  <code>validOn</code>
                </th>
                <td>a day; default that of knownOn</td>
                <td>The day in the world that is asked about.</td>
              </tr>
            </tbody>
          </table>
        </Section>
        <Section id="errors" title="Errors" beside="application/problem+json, RFC 9457">
          <p className="said">
            A problem has <code>title</code>, <code>status</code>, <code>detail</code>, <code>code</code>, the{" "}
            <code>fields</code> concerned and a <code>requestId</code>. Unknown parameters and a parameter given twice
            are refused. Lists take <code>limit</code> (1 to 200) and the <code>cursor</code> that the page before gave
            as <code>nextCursor</code>.
          </p>
          <table>
            <tbody>
              {errorCodes.map((code) => (
                <tr key={code}>
                  <th scope="row">
                    <code>{code}</code>
                  </th>
                  <td>{httpStatus[code]}</td>
                  <td>{errorTitles[code]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
        {document === null ? (
          <NoData>The list of doors is made by the server that hosts these pages; this one gives none.</NoData>
        ) : (
          <ApiReference document={document} />
        )}
      </div>
      {document !== null && (
        <aside>
          <DoorIndex document={document} />
        </aside>
      )}
    </div>
  );
}

function Code({ children }: { children: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long line scrolls by itself, and can be reached with the keyboard
    <pre tabIndex={0}>
      <code>{children}</code>
    </pre>
  );
}
