import { formatDay } from "../as-of/day.ts";
import { beginningOf, isSaid, waitFor } from "./play-plan.ts";
import { fetchPage } from "./show-day.ts";
import type { Stage } from "./stage.ts";

export type Player = {
  toggle(): void;
  pause(): void;
};

/** What the player needs of the page. */
export type Screen = {
  /** The address of the next day with news after the one shown, or of today after the last; null today. */
  nextHref(): string | null;
  /** The address of a day. */
  hrefOf(day: string): string;
  /** Puts a fetched page in place. */
  show(page: Document, href: string): void;
};

/**
 * Steps through the days on which something became known. Each step is fetched as it was known then, the next while one is
 * looked at; whoever wants less motion steps by hand.
 */
export function createPlayer(stage: Stage, screen: Screen): Player {
  const button = stage.root.querySelector<HTMLButtonElement>("[data-play]")!;
  const label = stage.root.querySelector<HTMLElement>("[data-playing]")!;
  const voice = stage.root.querySelector<HTMLElement>("[data-live]")!;
  const byHand = matchMedia("(prefers-reduced-motion: reduce)");
  let playing = false;
  let ahead: { href: string; page: Promise<Document> } | null = null;
  let timer = 0;

  const shownDay = () => stage.root.dataset.end ?? "";
  const ask = (href: string) => {
    if (ahead?.href !== href) {
      const page = fetchPage(href);
      // Whoever waits for it hears of its failure; while nobody does, it is none.
      page.catch(() => {});
      ahead = { href, page };
    }
    return ahead.page;
  };
  const say = (text: string) => {
    voice.textContent = text;
  };
  const draw = () => {
    button.textContent = byHand.matches ? "Next day with news" : playing ? "Pause" : "Play";
    button.setAttribute("aria-pressed", String(playing));
    if (byHand.matches) button.removeAttribute("aria-pressed");
    label.textContent = shownDay() < (stage.root.dataset.today ?? "") ? formatDay(shownDay()) : "";
  };
  const firstHref = (): string | null => {
    const { today = "", from = "" } = stage.root.dataset;
    const beginning = beginningOf(shownDay(), today, from);
    return beginning === null ? screen.nextHref() : screen.hrefOf(beginning);
  };
  const step = async (href: string) => {
    const page = await ask(href);
    ahead = null;
    screen.show(page, href);
    draw();
  };
  const fail = () => {
    playing = false;
    draw();
    say("The next day could not be fetched; the day before it still stands.");
  };
  const run = async (href: string | null) => {
    if (href === null) return stop();
    const [asked, before] = [performance.now(), shownDay()];
    await step(href);
    if (isSaid(before, shownDay())) say(formatDay(shownDay()));
    const next = screen.nextHref();
    if (!playing) return;
    if (next === null) return stop();
    void ask(next);
    timer = window.setTimeout(() => run(next).catch(fail), waitFor(asked, performance.now()));
  };
  const stop = () => {
    playing = false;
    clearTimeout(timer);
    draw();
    say(shownDay() < (stage.root.dataset.today ?? "") ? `Paused on ${formatDay(shownDay())}` : "This is today");
  };
  const player: Player = {
    pause() {
      if (playing) stop();
    },
    toggle() {
      if (byHand.matches) {
        const href = firstHref();
        if (href !== null) step(href).then(() => say(formatDay(shownDay())), fail);
      } else if (playing) stop();
      else {
        playing = true;
        draw();
        run(firstHref()).catch(fail);
      }
    },
  };
  button.disabled = false;
  button.addEventListener("click", player.toggle);
  byHand.addEventListener("change", () => {
    player.pause();
    draw();
  });
  draw();
  return player;
}
