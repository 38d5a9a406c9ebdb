import { isReadoutError, type ReadoutError } from "@readout/core/error";
import type { Instant } from "@readout/core/time";
import type { BrowserStore } from "./browser-store.ts";
import { reconcile, type ServerDraft, type Slot, type Version } from "./reconcile.ts";

/** The server's side of keeping a draft; rejects with a ReadoutError. */
export type DraftServer = {
  save(draft: { content: unknown; basedOn: Instant | null }): Promise<{ savedAt: Instant }>;
  discard(): Promise<unknown>;
};

/** How far the newest words have come on their way to the server. */
export type Reached =
  | { kind: "nothing-written" }
  | { kind: "pending" }
  | { kind: "saved"; at: Instant }
  | { kind: "unreachable" }
  | { kind: "signed-out" }
  /** Two versions differ: nothing is sent before one is chosen. */
  | { kind: "choice" }
  | { kind: "refused"; message: string };

export type DraftState<Content> = {
  content: Content;
  /** False until this browser's own store has been looked at; nothing may be written before. */
  isReady: boolean;
  /** Whether this browser holds the newest words. */
  isHere: boolean;
  reached: Reached;
  /** Versions that differ from the content and that nobody has decided on. */
  others: readonly Version<Content>[];
  /** What was discarded last, to be taken back. */
  discarded: Content | null;
};

export type KeeperOptions<Content> = {
  store: () => BrowserStore;
  server: () => DraftServer;
  /** What stands there before anything is written. */
  blank: Content;
  /** What the server kept when the page was made. */
  kept: ServerDraft<Content> | null;
  isSame: (a: Content, b: Content) => boolean;
  /** Content as it comes back from a store; null for what is none. */
  read: (kept: unknown) => Content | null;
  newSlotId: () => string;
  /** Milliseconds since 1970. */
  now: () => number;
};

/** Words go to the server when nothing has been typed for so long, or after twice that. */
const RESTING_MS = 700;
const RETRY_MS = [3_000, 6_000, 12_000, 30_000];
const DISCARDED = "discarded";
const DISCARDED_FOR_MS = 7 * 86_400_000;

/** Keeps what is typed: at once in this browser, shortly after on the server, and brings it back. */
export class DraftKeeper<Content> {
  readonly #options: KeeperOptions<Content>;
  readonly #listeners = new Set<() => void>();
  #state: DraftState<Content>;
  #store: BrowserStore | null = null;
  #slot = "";
  /** The server's draft that the words here grew from; it differs from the one there while a choice is open. */
  #grownFrom: Instant | null;
  #there: Instant | null;
  #sent: Content | null = null;
  #isSending = false;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waitsSince: number | null = null;
  #isOver = false;

  constructor(options: KeeperOptions<Content>) {
    this.#options = options;
    this.#there = options.kept?.savedAt ?? null;
    this.#grownFrom = this.#there;
    this.#state = {
      content: options.kept?.content ?? options.blank,
      isReady: false,
      isHere: false,
      reached: options.kept === null ? { kind: "nothing-written" } : { kind: "saved", at: options.kept.savedAt },
      others: [],
      discarded: null,
    };
  }

  readonly state = (): DraftState<Content> => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Looks at what this browser kept and goes on with it; returns the way to stop sending. */
  open(): () => void {
    if (this.#store === null) this.#restore(this.#options.store());
    else this.retry();
    return () => clearTimeout(this.#timer);
  }

  #restore(store: BrowserStore): void {
    const { kept, isSame, read, newSlotId, now, blank } = this.#options;
    this.#store = store;
    this.#slot = newSlotId();
    const slots = store.slots().flatMap((slot): Slot<Content>[] => {
      const content = read(slot.content);
      return content === null ? [] : [{ ...slot, content }];
    });
    const last = slots.find(({ id, editedAt }) => id === DISCARDED && now() - editedAt < DISCARDED_FOR_MS);
    const found = reconcile(
      slots.filter(({ id }) => id !== DISCARDED),
      kept,
      isSame,
    );
    store.remove(found.redundant);
    const { adopted, others } = found;
    const isFromHere = adopted?.keptIn === "browser";
    if (adopted?.keptIn === "browser") {
      this.#grownFrom = adopted.basedOn;
      this.#write(adopted.content, false);
      store.remove([adopted.id]);
    }
    this.#sent = kept?.content ?? null;
    this.#set({
      content: adopted?.content ?? blank,
      isReady: true,
      isHere: isFromHere,
      others,
      discarded: last?.content ?? null,
      reached: others.length > 0 ? { kind: "choice" } : isFromHere ? { kind: "pending" } : this.#state.reached,
    });
    if (isFromHere) this.#sendSoon(0);
  }

  /** Keeps new words: in this browser before it returns, on the server soon. */
  edit(content: Content): void {
    if (this.#isOver) return;
    const isHere = this.#write(content, false);
    const isUndecided = this.#state.others.length > 0;
    this.#set({ content, isHere, reached: isUndecided ? { kind: "choice" } : this.#onTheWay() });
    this.#waitsSince ??= this.#options.now();
    const waited = this.#options.now() - this.#waitsSince;
    this.#sendSoon(waited > RESTING_MS ? 0 : RESTING_MS);
  }

  /** While the server cannot be reached or knows nobody, more words change nothing about that. */
  #onTheWay(): Reached {
    const { kind } = this.#state.reached;
    return kind === "unreachable" || kind === "signed-out" ? { kind } : { kind: "pending" };
  }

  /** Goes on with another version; what stood here is offered in its place. */
  choose(version: Version<Content>): void {
    const { content, others } = this.#state;
    const here: Version<Content> = {
      keptIn: "browser",
      id: this.#options.newSlotId(),
      content,
      editedAt: this.#options.now(),
      basedOn: this.#grownFrom,
      isSaved: false,
    };
    this.#store?.write(here);
    // Until one is decided for, whoever comes back must find both: neither passes for the successor of the other.
    this.#grownFrom = version.keptIn === "server" ? version.savedAt : version.basedOn;
    this.#write(version.content, false);
    if (version.keptIn === "browser") this.#store?.remove([version.id]);
    this.#set({ content: version.content, others: [...others.filter((other) => other !== version), here] });
  }

  /** Decides for what stands here; the other versions go. */
  decide(): void {
    this.#store?.remove(this.#state.others.flatMap((other) => (other.keptIn === "browser" ? [other.id] : [])));
    this.#grownFrom = this.#there;
    const isHere = this.#write(this.#state.content, false);
    this.#set({ others: [], isHere, reached: { kind: "pending" } });
    this.#sent = null;
    this.#sendSoon(0);
  }

  /** Takes all words away, here and on the server, until they are taken back. */
  discard(): void {
    const { content } = this.#state;
    const { blank, now } = this.#options;
    this.#store?.write({ id: DISCARDED, content, editedAt: now(), basedOn: null, isSaved: true });
    this.edit(blank);
    this.#set({ discarded: content });
    this.#sendSoon(0);
  }

  /** Brings back what was discarded last. */
  takeBack(): void {
    const { discarded } = this.#state;
    if (discarded === null) return;
    this.#store?.remove([DISCARDED]);
    this.#set({ discarded: null });
    this.edit(discarded);
  }

  /** The words have become part of the record: nothing of them stays as a draft. Versions not decided on do. */
  async finish(): Promise<void> {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#store?.remove([this.#slot, DISCARDED]);
    if (this.#state.others.some(({ keptIn }) => keptIn === "server")) return;
    // Where it fails, the next visit finds the draft beside the entry it became, and drops it.
    await this.#options
      .server()
      .discard()
      .catch(() => undefined);
  }

  /** Tries the server again now, as when the network or the session is back. */
  readonly retry = (): void => {
    const { kind } = this.#state.reached;
    if (kind === "unreachable" || kind === "signed-out" || kind === "pending") this.#sendSoon(0);
  };

  #write(content: Content, isSaved: boolean): boolean {
    const slot = { id: this.#slot, content, editedAt: this.#options.now(), basedOn: this.#grownFrom, isSaved };
    return this.#store?.write(slot) ?? false;
  }

  #set(changes: Partial<DraftState<Content>>): void {
    this.#state = { ...this.#state, ...changes };
    for (const listener of this.#listeners) listener();
  }

  #sendSoon(afterMs: number): void {
    clearTimeout(this.#timer);
    if (!this.#isOver) this.#timer = setTimeout(() => void this.#send(), afterMs);
  }

  async #send(): Promise<void> {
    if (this.#isSending || this.#isOver || this.#state.others.length > 0) return;
    const { content } = this.#state;
    this.#waitsSince = null;
    this.#isSending = true;
    try {
      const isBlank = this.#options.isSame(content, this.#options.blank);
      const isKnown = this.#sent !== null && this.#options.isSame(content, this.#sent);
      if (isBlank) await this.#discardThere();
      else if (!isKnown) await this.#saveThere(content);
      else if (this.#there !== null) this.#set({ reached: { kind: "saved", at: this.#there } });
      this.#failures = 0;
    } catch (error) {
      if (!isReadoutError(error)) throw error;
      this.#refused(error);
    } finally {
      this.#isSending = false;
    }
    if (this.#state.content !== content) this.#sendSoon(RESTING_MS);
  }

  async #discardThere(): Promise<void> {
    if (this.#there !== null) await this.#options.server().discard();
    this.#there = null;
    this.#grownFrom = null;
    this.#sent = null;
    if (!this.#options.isSame(this.#state.content, this.#options.blank)) return;
    this.#store?.remove([this.#slot]);
    this.#set({ reached: { kind: "nothing-written" } });
  }

  async #saveThere(content: Content): Promise<void> {
    const { savedAt } = await this.#options.server().save({ content, basedOn: this.#there });
    if (this.#isOver) return;
    this.#there = savedAt;
    this.#grownFrom = savedAt;
    this.#sent = content;
    const isNewest = this.#state.content === content;
    const isHere = this.#write(this.#state.content, isNewest);
    if (isNewest) this.#set({ isHere, reached: { kind: "saved", at: savedAt } });
  }

  #refused(error: ReadoutError): void {
    if (isReadoutError(error, "conflict")) this.#foundAnother(error.details.current);
    else if (isReadoutError(error, "unauthenticated")) this.#set({ reached: { kind: "signed-out" } });
    else if (error.code === "internal" || error.code === "rate_limited") {
      this.#set({ reached: { kind: "unreachable" } });
      this.#sendSoon(RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)]!);
      this.#failures += 1;
    } else this.#set({ reached: { kind: "refused", message: error.message } });
  }

  /** Another device has written meanwhile. */
  #foundAnother(current: unknown): void {
    const { content: there, savedAt } = (current ?? {}) as { content?: unknown; savedAt?: Instant };
    const content = this.#options.read(there);
    this.#there = savedAt ?? null;
    if (content === null || savedAt === undefined || this.#options.isSame(content, this.#state.content)) {
      this.#grownFrom = this.#there;
      this.#sent = content;
      this.#write(this.#state.content, false);
      this.#sendSoon(RESTING_MS);
      return;
    }
    this.#set({ others: [...this.#state.others, { keptIn: "server", content, savedAt }], reached: { kind: "choice" } });
  }
}
