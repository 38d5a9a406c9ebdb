"use client";

import { SetSourceText, type SourceDetail } from "@readout/core/source";
import { paragraphsOf } from "@readout/core/source-text";
import { counted } from "@readout/core/wording";
import { useRouter } from "next/navigation";
import { type ChangeEvent, useId, useState } from "react";
import { browserClient, useAction } from "../../trpc/browser.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { LongTextField } from "../../ui/form-field.tsx";
import { NoData } from "../../ui/no-data.tsx";
import { useAlive } from "../../ui/use-alive.ts";
import styles from "./source-text.module.css";

type SourceTextProps = {
  source: Pick<SourceDetail, "id" | "paragraphCount">;
  /** The text that is held, null where it is not. */
  held: readonly string[] | null;
  /** Whether its hash is known, which the text then has to fit to the letter. */
  isHashKnown: boolean;
};

/** The text of a source: handed in as a file or pasted, checked by the server, and shown as its paragraphs are counted. */
export function SourceText({ source, held, isHashKnown }: SourceTextProps) {
  const router = useRouter();
  const [text, setText] = useState("");
  const [stored, setStored] = useState<readonly string[] | null>(held);
  const [fault, setFault] = useState<string | null>(null);
  const upload = useAction((typed: string) =>
    browserClient().sources.setText(SetSourceText.parse({ id: source.id, text: typed })),
  );
  const file = useId();
  const isAlive = useAlive();
  const typed = paragraphsOf(text);
  const expected = source.paragraphCount;

  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.target.files?.[0];
    if (chosen === undefined) return;
    // Bytes that are no UTF-8 would be replaced silently, and never fit a hash.
    const decoded = await chosen
      .arrayBuffer()
      .then(
        (bytes) => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes),
        () => null,
      )
      .catch(() => null);
    setFault(decoded === null ? `${chosen.name} is not a text in UTF-8` : null);
    if (decoded !== null) setText(decoded);
  };
  const submit = async () => {
    const parsed = SetSourceText.safeParse({ id: source.id, text });
    setFault(parsed.success ? null : (parsed.error.issues[0]?.message ?? "not a text"));
    if (!parsed.success) return;
    const answer = await upload.run(text);
    if (answer === null) return;
    setStored(answer.paragraphs);
    setText("");
    router.refresh();
  };
  return (
    <div data-alive="">
      {stored === null ? (
        <NoData>
          No text is held. {whatFits(expected, isHashKnown)} Readers never see it: they see our paraphrases and, at
          most, a short quotation.
        </NoData>
      ) : (
        <Paragraphs paragraphs={stored} />
      )}
      <details className={styles.handIn} open={stored === null}>
        <summary>{stored === null ? "Hand in the text" : "Hand in another text"}</summary>
        <form
          className="stack"
          aria-label="Text of the source"
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <fieldset className="edit-fields" disabled={!isAlive}>
            <div className="form-field">
              <label htmlFor={file}>A file</label>
              <input
                id={file}
                type="file"
                accept=".txt,.md,text/plain,text/markdown"
                onChange={(event) => void read(event)}
              />
            </div>
            <LongTextField
              label="or paste it"
              hint="A paragraph is a line that is not blank."
              rows={8}
              value={text}
              onChange={(event) => setText(event.target.value)}
              fault={fault}
            />
          </fieldset>
          {typed.length > 0 && (
            <p className="small" role="status">
              {counted(typed.length, "paragraph")} as we count them
              {expected !== null && typed.length !== expected && (
                <>
                  ; <b>{counted(expected, "paragraph")} are expected</b>
                </>
              )}
              .
            </p>
          )}
          <ErrorNote error={upload.error} labels={{ text: "The text" }} />
          <Hashes sums={upload.error?.details.sha256} />
          <p className="form-acts">
            <button type="submit" className="button solid" disabled={upload.pending || text === ""}>
              Hand it in
            </button>
            <span className="dim small" role="status">
              {upload.pending ? "Checking ..." : stored !== held ? "It fits, and is kept." : ""}
            </span>
          </p>
        </form>
      </details>
    </div>
  );
}

/** For whoever looks further into why a text does not fit. */
function Hashes({ sums }: { sums: unknown }) {
  const { given, noted } = (sums ?? {}) as { given?: string; noted?: string };
  if (given === undefined || noted === undefined) return null;
  return (
    <dl className={styles.hashes}>
      <dt>SHA-256 of this text</dt>
      <dd>{given}</dd>
      <dt>noted with the source</dt>
      <dd>{noted}</dd>
    </dl>
  );
}

function whatFits(expected: number | null, isHashKnown: boolean): string {
  if (isHashKnown)
    return `Only the very text that the source was described from is taken${expected === null ? "" : `: ${counted(expected, "paragraph")}`}, the same to the letter.`;
  if (expected !== null) return `One is taken that has ${counted(expected, "paragraph")}.`;
  return "Its paragraphs are counted once it is there.";
}

/** The text as it is cited: every paragraph with its number. */
function Paragraphs({ paragraphs }: { paragraphs: readonly string[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key.
    <section className={styles.text} aria-label="Paragraphs as we count them" tabIndex={0}>
      <ol>
        {paragraphs.map((paragraph, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its number
          <li key={i} value={i + 1}>
            {paragraph}
          </li>
        ))}
      </ol>
    </section>
  );
}
