import { Section } from "../ui/section.tsx";
import {
  answerOf,
  bodySchema,
  type Door,
  doorsByTag,
  type JsonSchema,
  type OpenApiDocument,
  typeText,
} from "./open-api.ts";

const asOfNames = new Set(["knownOn", "validOn", "basis"]);

/** Every door of the API, made from the document that describes it. */
export function ApiReference({ document }: { document: OpenApiDocument }) {
  const schemas = Object.entries(document.components?.schemas ?? {});
  return (
    <>
      {doorsByTag(document).map(({ tag, doors }) => (
        <Section key={tag} id={`tag-${tag.toLowerCase().replaceAll(/\W+/g, "-")}`} title={tag}>
          {doors.map((door) => (
            <DoorText key={`${door.method} ${door.path}`} door={door} />
          ))}
        </Section>
      ))}
      {schemas.length > 0 && (
        <Section id="shapes" title="Shapes" beside="in the notation of TypeScript; days and instants are strings">
          {schemas.map(([name, schema]) => (
            <details key={name} className="shape">
              <summary>{name}</summary>
              <Type schema={schema} />
            </details>
          ))}
        </Section>
      )}
    </>
  );
}

function DoorText({ door: { method, path, operation } }: { door: Door }) {
  const parameters = operation.parameters ?? [];
  const own = parameters.filter(({ name }) => !asOfNames.has(name));
  const body = bodySchema(operation.requestBody?.content);
  const { status, schema } = answerOf(operation);
  return (
    <article className="door" id={doorId(method, path)}>
      <h3>
        <code>
          {method.toUpperCase()} {path}
        </code>
      </h3>
      <p>
        <Words text={operation.summary ?? operation.description ?? ""} />
        {own.length < parameters.length && <span className="dim"> · takes the as-of parameters</span>}
      </p>
      {own.length > 0 && (
        <table>
          <thead className="vh">
            <tr>
              <th scope="col">Parameter</th>
              <th scope="col">Type</th>
              <th scope="col">Meaning</th>
            </tr>
          </thead>
          <tbody>
            {own.map(({ name, in: place, required, schema: of, description }) => (
              <tr key={`${place} ${name}`}>
                <th scope="row">
                  <code>{name}</code>
                  {required !== true && <span className="dim"> optional</span>}
                </th>
                <td>
                  <code>{of === undefined ? "string" : typeText(of)}</code>
                </td>
                <td>
                  <Words text={description ?? of?.description ?? ""} />
                  {of?.default !== undefined && <span className="dim"> default {String(of.default)}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {body !== null && (
        <details className="shape">
          <summary>Body</summary>
          <Type schema={body} />
        </details>
      )}
      {schema !== null && (
        <details className="shape">
          <summary>Answer, {status}</summary>
          <Type schema={schema} />
        </details>
      )}
    </article>
  );
}

/** Each door by its path, to go to it. */
export function DoorIndex({ document }: { document: OpenApiDocument }) {
  return (
    <nav aria-labelledby="doors">
      <div className="sec">
        <h2 id="doors">Doors</h2>
        <div className="beside">under /api/v1</div>
      </div>
      <ul className="doors">
        {doorsByTag(document).flatMap(({ doors }) =>
          doors.map(({ method, path }) => (
            <li key={`${method} ${path}`}>
              <a href={`#${doorId(method, path)}`}>
                <code>
                  {method.toUpperCase()} {path}
                </code>
              </a>
            </li>
          )),
        )}
      </ul>
    </nav>
  );
}

const doorId = (method: string, path: string): string => `${method}${path.replaceAll(/\W+/g, "-").replace(/-$/, "")}`;

/** A description with its words in backticks as code. */
function Words({ text }: { text: string }) {
  return text.split("`").map((part, i) =>
    i % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text, never reordered
      <code key={i}>{part}</code>
    ),
  );
}

function Type({ schema }: { schema: JsonSchema }) {
  return (
    // A long line scrolls by itself, and can be reached with the keyboard for that.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region
    <pre tabIndex={0}>
      <code>{typeText(schema)}</code>
    </pre>
  );
}
