/** What a handle moves along: whole steps from 0 to `most`. */
export type Slider = {
  label: string;
  most(): number;
  value(): number;
  words(): string;
  /** While it moves, and when it is let go or the keys have rested. */
  move(to: number): void;
  done?(): void;
  /** A pointer's place as a value. */
  valueAt(clientX: number): number;
  /** What the page keys move by. */
  page: number;
};

const REST_MS = 700;

/** Makes an element a slider for mouse, touch and keys. Returns what brings its value up to date. */
export function makeSlider(handle: HTMLElement, slider: Slider): () => void {
  const tell = () => {
    handle.setAttribute("aria-valuemax", String(slider.most()));
    handle.setAttribute("aria-valuenow", String(Math.round(slider.value())));
    handle.setAttribute("aria-valuetext", slider.words());
  };
  let rest = 0;
  const move = (to: number) => {
    slider.move(Math.min(slider.most(), Math.max(0, to)));
    tell();
  };
  const done = () => {
    clearTimeout(rest);
    slider.done?.();
  };
  const steps: Record<string, () => number> = {
    ArrowLeft: () => slider.value() - 1,
    ArrowDown: () => slider.value() - 1,
    ArrowRight: () => slider.value() + 1,
    ArrowUp: () => slider.value() + 1,
    PageDown: () => slider.value() - slider.page,
    PageUp: () => slider.value() + slider.page,
    Home: () => 0,
    End: () => slider.most(),
  };
  handle.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter") return done();
    const to = steps[event.key]?.();
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move(to);
    clearTimeout(rest);
    rest = window.setTimeout(done, REST_MS);
  });
  handle.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    handle.focus({ preventScroll: true });
    handle.setPointerCapture(event.pointerId);
  });
  handle.addEventListener("pointermove", (event) => {
    if (handle.hasPointerCapture(event.pointerId)) move(slider.valueAt(event.clientX));
  });
  handle.addEventListener("pointerup", (event) => {
    if (handle.hasPointerCapture(event.pointerId)) done();
  });
  handle.removeAttribute("aria-hidden");
  handle.tabIndex = 0;
  handle.setAttribute("role", "slider");
  handle.setAttribute("aria-label", slider.label);
  handle.setAttribute("aria-valuemin", "0");
  tell();
  return tell;
}
