import { invalidField, ReadoutError } from "@readout/core/error";
import type { TextQuote } from "@readout/core/evidence";
import { quoteFault } from "@readout/core/quote";
import type { SetSourceText, SourceText } from "@readout/core/source";
import { paragraphsOf } from "@readout/core/source-text";
import { recordAudit } from "../audit/record-audit.ts";
import type { UserContext } from "../context.ts";
import { inTransaction, type Tx } from "../db/transaction.ts";
import { announce } from "../events/announce.ts";
import { sha256 } from "../items/decide-next.ts";
import { laterNumbered, unnumbered } from "./add-source.ts";

const mostParagraphs = 100_000;

/**
 * Keeps the text of a source, for editors only, and announces that the source changed, in one transaction. A text that was
 * handed in before is replaced; the same one again leaves no trace.
 *
 * Where the source notes a SHA-256 the text must have it, else as many paragraphs as the source is known to have. A source whose
 * paragraphs are not numbered is numbered by its text, unless something cites it already: its citations name no paragraphs.
 * Throws not_found, invalid_input naming `text`.
 */
export const setSourceText = (ctx: UserContext, { id, text }: SetSourceText): Promise<SourceText> =>
  inTransaction(ctx, async (tx) => {
    const paragraphs = paragraphsOf(text);
    if (paragraphs.length > mostParagraphs)
      throw invalidField("text", `has ${paragraphs.length} paragraphs; at most ${mostParagraphs} can be numbered`);
    const kept = await lockSource(tx, id);
    const sum = sha256(text);
    if (sum === kept.sha256) return { paragraphs };
    checkIdentity(kept, paragraphs, sum);
    await checkQuotes(tx, id, paragraphs);

    const at = await tx.clock();
    await tx.sql(
      `INSERT INTO source_text (source_id, paragraphs, sha256, added_by, added_at) VALUES ($1, $2::text[], $3, $4, $5::timestamptz)
       ON CONFLICT (source_id) DO UPDATE SET paragraphs = excluded.paragraphs, sha256 = excluded.sha256,
         added_by = excluded.added_by, added_at = excluded.added_at`,
      [id, paragraphs, sum, ctx.user.id, at],
    );
    const numbers = kept.paragraphCount === null && !kept.cited;
    if (numbers)
      await tx.models.source.update({
        where: { id },
        data: {
          paragraphCount: paragraphs.length,
          version: { increment: 1 },
          ...(kept.position === unnumbered ? { position: laterNumbered } : {}),
        },
      });
    await recordAudit(tx, ctx, {
      act: "source.text-set",
      subject: { type: "source", id },
      before: { paragraphs: kept.held, ...(numbers ? { paragraphCount: null } : {}) },
      after: { paragraphs: paragraphs.length, ...(numbers ? { paragraphCount: paragraphs.length } : {}) },
    });
    await announce(tx, { events: [{ type: "source.edited", sourceId: id, at }] });
    return { paragraphs };
  });

interface KeptSource {
  paragraphCount: number | null;
  position: number;
  /** The SHA-256 that its notes name, as one writes it. */
  noted: string | null;
  /** That of the text that is held, and its number of paragraphs. */
  sha256: string | null;
  held: number | null;
  /** Whether anything names a passage of it. */
  cited: boolean;
}

/** What decides whether a text is that of a source. Throws not_found. */
async function lockSource(tx: Tx, id: string): Promise<KeptSource> {
  // The strongest lock: nobody may cite it while it is being numbered.
  const locked = await tx.sql("SELECT 1 AS one FROM source WHERE id = $1 FOR UPDATE", [id]);
  if (locked.length === 0) throw new ReadoutError("not_found", `There is no source ${id}`);
  const citing = ["evidence", "disagreement_citation", "disagreement_outside", "view_citation", "statement_passage"]
    .concat("actor_seen", "lineage")
    .map((table) => `EXISTS (SELECT FROM ${table} c WHERE c.source_id = s.id)`)
    .concat("EXISTS (SELECT FROM dropped_passage c WHERE c.from_source_id = s.id)");
  const [kept] = await tx.sql<KeptSource>(
    `SELECT s.paragraph_count AS "paragraphCount", s.position, s.notes->>'sha256' AS noted, t.sha256, cardinality(t.paragraphs) AS held,
       (${citing.join(" OR ")}) AS cited
     FROM source s LEFT JOIN source_text t ON t.source_id = s.id WHERE s.id = $1`,
    [id],
  );
  return kept!;
}

function checkIdentity({ noted, paragraphCount }: KeptSource, paragraphs: readonly string[], sum: string): void {
  if (noted?.toLowerCase() === sum) return;
  const counted = `has ${paragraphs.length} paragraph${paragraphs.length === 1 ? "" : "s"}`;
  const isOtherCount = paragraphCount !== null && paragraphs.length !== paragraphCount;
  if (noted === null) {
    if (isOtherCount) throw invalidField("text", `${counted}, the source has ${paragraphCount}`);
    return;
  }
  const message = isOtherCount
    ? `${counted}, the source has ${paragraphCount}: it is another text`
    : `${counted}${paragraphCount === null ? "" : " as the source has"}, but a letter, a blank or an end of line in it differs from the text that the source notes`;
  throw new ReadoutError("invalid_input", `text: ${message}`, {
    fields: [{ path: "text", message }],
    sha256: { given: sum, noted },
  });
}

/** What was quoted from the text must stand in the one that replaces it. */
async function checkQuotes(tx: Tx, id: string, text: readonly string[]): Promise<void> {
  const quoted = await tx.sql<{ itemId: string; seq: number; paragraphs: number[]; quote: TextQuote }>(
    `SELECT item_id AS "itemId", seq, paragraphs, quote FROM evidence WHERE source_id = $1 AND quote IS NOT NULL
     ORDER BY item_id, seq, ordinal`,
    [id],
  );
  const lost = quoted.find(({ quote, paragraphs }) => quoteFault(quote, paragraphs, text) !== null);
  if (lost !== undefined)
    throw invalidField("text", `what entry ${lost.seq} of ${lost.itemId} quotes does not stand in it`);
}
