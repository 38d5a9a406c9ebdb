import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** An answer as it goes out: status 200, JSON or HTML, the same for everyone. */
export interface Answer {
  /** Name and value in turn; without length, encoding and ETag, which are added here. */
  headers: readonly string[];
  body: Buffer;
}

/** A kept answer in its encodings. */
export interface KeptAnswer {
  etag: string;
  headers: readonly string[];
  body: Buffer;
  gzip: Buffer | null;
  br: Buffer | null;
}

/** Where the answer to one request goes to be kept, under what its read began with. */
export type Keeper = (answer: Answer) => KeptAnswer;

/** What a read began under; an answer is kept under it and under nothing else. */
export type Generation = string & { readonly generation: unique symbol };

export interface KeptAnswersOptions {
  /** Revision of the record; null while it is not known. */
  revision: () => string | null;
  /** Milliseconds since 1970, UTC. */
  now?: () => number;
  maxBytes?: number;
}

const dayMs = 86_400_000;
const defaultMaxBytes = 64 * 1024 * 1024;
const entryOverheadBytes = 512;
const smallestCompressedBytes = 1024;
const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/**
 * Answers kept in memory, by path and query, for as long as neither the record nor the UTC day changes: a defaulted as-of is
 * today's date, so readings move at midnight without a write. The least recently used goes first when space runs out.
 */
export class KeptAnswers {
  readonly #revision: () => string | null;
  readonly #now: () => number;
  readonly #maxBytes: number;
  readonly #answers = new Map<string, KeptAnswer>();
  readonly #squeezed = new WeakSet<KeptAnswer>();
  #generation: Generation | null = null;
  #revisionSeen: string | null = null;
  #daySeen = -1;
  #bytes = 0;
  hits = 0;
  misses = 0;

  constructor(options: KeptAnswersOptions) {
    this.#revision = options.revision;
    this.#now = options.now ?? Date.now;
    this.#maxBytes = options.maxBytes ?? defaultMaxBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#answers.size;
  }

  /** What a read that begins now reads; null when nothing may be kept. Whatever was kept before a change is dropped here. */
  generation(): Generation | null {
    const revision = this.#revision();
    const day = Math.floor(this.#now() / dayMs);
    if (revision === this.#revisionSeen && day === this.#daySeen) return this.#generation;
    this.#revisionSeen = revision;
    this.#daySeen = day;
    this.#generation = revision === null ? null : (`${revision}/${day}` as Generation);
    this.#answers.clear();
    this.#bytes = 0;
    return this.#generation;
  }

  find(url: string): KeptAnswer | null {
    if (this.generation() === null) return null;
    const answer = this.#answers.get(url);
    if (!answer) {
      this.misses += 1;
      return null;
    }
    this.hits += 1;
    this.#answers.delete(url);
    this.#answers.set(url, answer);
    // Most answers are asked for once: squeezing each of them would cost more than reading it did.
    if (!this.#squeezed.has(answer)) void this.#compress(url, answer);
    return answer;
  }

  /**
   * Keeps an answer whose read began under `generation`; does nothing when the record or the day changed meanwhile, or when
   * it would take more than an eighth of the space.
   */
  keep(url: string, generation: Generation, answer: Answer): KeptAnswer {
    const kept: KeptAnswer = { ...answer, etag: etagOf(answer.body), gzip: null, br: null };
    const bytes = sizeOf(url, kept);
    if (generation !== this.generation() || bytes > this.#maxBytes / 8) return kept;
    this.#remove(url);
    this.#answers.set(url, kept);
    this.#bytes += bytes;
    this.#makeRoom();
    return kept;
  }

  /** Answers at once and compresses beside, as well as may be: what goes out until then is squeezed in haste or not at all. */
  async #compress(url: string, kept: KeptAnswer): Promise<void> {
    this.#squeezed.add(kept);
    if (kept.body.length < smallestCompressedBytes) return;
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: kept.body.length };
    const [br, zipped] = await Promise.all([
      compressBrotli(kept.body, { params }),
      compressGzip(kept.body, { level: 6 }),
    ]);
    if (this.#answers.get(url) !== kept) return;
    kept.br = br;
    kept.gzip = zipped;
    this.#bytes += br.length + zipped.length;
    this.#makeRoom();
  }

  #makeRoom(): void {
    for (const url of this.#answers.keys()) {
      if (this.#bytes <= this.#maxBytes) return;
      this.#remove(url);
    }
  }

  #remove(url: string): void {
    const answer = this.#answers.get(url);
    if (!answer) return;
    this.#answers.delete(url);
    this.#bytes -= sizeOf(url, answer);
  }
}

/** Of the bytes before compression, so that an answer which a write did not touch is still a 304 afterwards. */
export function etagOf(body: Buffer): string {
  return `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
}

function sizeOf(url: string, { body, gzip: zipped, br, headers }: KeptAnswer): number {
  const headerBytes = headers.reduce((sum, text) => sum + text.length, 0);
  return entryOverheadBytes + url.length * 2 + headerBytes + body.length + (zipped?.length ?? 0) + (br?.length ?? 0);
}
