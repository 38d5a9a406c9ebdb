import type { Page } from "@playwright/test";

/** What is asked of how a page looks, whatever machine draws it. */
type Asked = {
  /** Below this width fingers use the page, and controls are 44 px high. */
  fingers: boolean;
  /** Forced colours and enlarged text change what follows from them. */
  tokens?: boolean;
  sizes?: boolean;
};

/**
 * What a person would dislike in a page, measured: text that is cut off or lies over other text, type that is too small or
 * not ours, colours that are no tokens, controls that a finger misses, a status without its glyph or its word.
 *
 * @returns one line for each kind of fault with the first places; empty for none
 */
export async function faultsOf(page: Page, { fingers, tokens = true, sizes = true }: Asked): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready);
  return page.evaluate(
    ({ fingers, tokens, sizes }) => {
      const faults = new Map<string, string[]>();
      const fault = (kind: string, where: string) => faults.set(kind, [...(faults.get(kind) ?? []), where]);
      const nameOf = (element: Element) => {
        const words = (element.textContent ?? "").trim().slice(0, 40);
        return `<${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}"> ${words}`;
      };
      const hiddenBoxes = new Map<Element, boolean>();
      /** Whether it is there for screen readers alone; asked once for each box. */
      const isForScreenReaders = (element: Element): boolean => {
        const known = hiddenBoxes.get(element);
        if (known !== undefined) return known;
        const parent = element.parentElement;
        const hidden =
          getComputedStyle(element).clipPath === "inset(50%)" ||
          (parent !== null && parent !== document.body && isForScreenReaders(parent));
        hiddenBoxes.set(element, hidden);
        return hidden;
      };
      const seenElements = new Map<Element, boolean>();
      /** Not hidden, and not there for screen readers alone. */
      const isSeen = (element: Element): boolean => {
        const known = seenElements.get(element);
        if (known !== undefined) return known;
        const seen =
          element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
          element.closest("defs, symbol, title, desc") === null &&
          !isForScreenReaders(element);
        seenElements.set(element, seen);
        return seen;
      };

      const probe = document.body.appendChild(document.createElement("i"));
      const colourOf = (token: string) => {
        probe.style.color = "";
        probe.style.color = `var(--${token})`;
        return getComputedStyle(probe).color;
      };
      const named =
        "page panel sunk line edge ink ink-2 ink-3 mark select focus error talk commit motion trouble end past on-past past-edge";
      const allowed = new Set([...named.split(" ").map(colourOf), "rgba(0, 0, 0, 0)"]);
      probe.remove();
      const isOurs = (colour: string) => allowed.has(colour) || colour === "none" || colour.startsWith("url(");

      const faces = [...document.fonts].filter(({ status }) => status === "loaded").map(({ family }) => family);
      for (const face of ["sans", "serif"])
        if (!faces.some((family) => family.toLowerCase().includes(face) && !family.includes("Fallback")))
          fault("a face is not loaded", face);

      const ourSizes = [12, 13, 14, 15, 17, 20, 22, 28, 36];
      type Line = { element: Element; x: number; y: number; right: number; bottom: number };
      const lines: Line[] = [];
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
        const element = text.parentElement;
        if (
          element === null ||
          text.textContent?.trim() === "" ||
          /^(?:STYLE|SCRIPT|TEXTAREA|OPTION)$/.test(element.tagName)
        )
          continue;
        if (!isSeen(element)) continue;
        range.selectNodeContents(text);
        const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0.5 && height > 0.5);
        if (rects.length === 0) continue;
        const style = getComputedStyle(element);
        const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
        const px = Number.parseFloat(style.fontSize) * scale;
        if (px < 11.9) fault("type under 12 px", `${px.toFixed(1)} ${nameOf(element)}`);
        if (sizes && scale === 1 && !ourSizes.some((size) => Math.abs(size - px) < 0.06))
          fault("a size that is none of the seven", `${px.toFixed(2)} ${nameOf(element)}`);
        if (!/^"?(?:Source (?:Serif|Sans)|ui-monospace|sourceS|sans|serif)/.test(style.fontFamily))
          fault("a face that is not ours", `${style.fontFamily} ${nameOf(element)}`);
        if (!["400", "600"].includes(style.fontWeight))
          fault("a weight that is not ours", `${style.fontWeight} ${nameOf(element)}`);
        if (style.fontStyle !== "normal") fault("a slope", nameOf(element));
        if (tokens && !isOurs(element instanceof SVGElement ? style.fill : style.color))
          fault("a colour of text that is no token", `${style.color} ${nameOf(element)}`);

        const clip = clipOf(element);
        for (const { left, top, right, bottom } of rects) {
          const cut =
            clip !== null &&
            (left < clip.left - 1 ||
              right > clip.right + 1 ||
              (clip.upAndDown && (bottom > clip.bottom + 3 || top < clip.top - 3)));
          if (cut && element.closest("[title]") === null) fault("text that is cut off", nameOf(element));
          // The line box is higher than the letters: a third of it may touch its neighbour's.
          const air = (bottom - top) * 0.24;
          const [x, end] = [Math.max(left, clip?.left ?? left) + 0.5, Math.min(right, clip?.right ?? right) - 0.5];
          if (end > x) lines.push({ element, x, right: end, y: top + air, bottom: bottom - air });
        }
      }

      /** What floats, or stays at an edge of the window, lies over the page on purpose. */
      function floats(element: Element): boolean {
        if (element.closest("[popover], dialog, details.menu, details.another") !== null) return true;
        for (let box: Element | null = element; box !== null && box !== document.body; box = box.parentElement)
          if (/^(?:sticky|fixed)$/.test(getComputedStyle(box).position)) return true;
        return false;
      }

      /** What an element's text may not leave: the nearest box that hides what flows over. */
      function clipOf(element: Element) {
        for (let box: Element | null = element; box !== null && box !== document.body; box = box.parentElement) {
          const { overflowX, overflowY, display } = getComputedStyle(box);
          if (
            (overflowX === "hidden" || overflowX === "clip") &&
            display !== "inline" &&
            !(box instanceof SVGElement)
          ) {
            const { left, right, top, bottom } = box.getBoundingClientRect();
            return { left, right, top, bottom, upAndDown: overflowY !== "visible" };
          }
        }
        return null;
      }

      lines.sort((a, b) => a.y - b.y);
      for (const [i, one] of lines.entries())
        for (let j = i + 1; j < lines.length && lines[j]!.y < one.bottom - 1; j += 1) {
          const other = lines[j]!;
          if (other.element === one.element || other.x >= one.right - 1 || other.right <= one.x + 1) continue;
          if (floats(one.element) !== floats(other.element)) continue;
          fault("text over text", `${nameOf(one.element)} and ${nameOf(other.element)}`);
        }

      if (tokens)
        for (const element of document.body.querySelectorAll("*")) {
          if (!isSeen(element) || /^(?:STYLE|SCRIPT|OPTION)$/.test(element.tagName)) continue;
          const style = getComputedStyle(element);
          const worn: string[] = [];
          if (element instanceof SVGElement) {
            if (/^(?:path|rect|circle|polygon|line)$/.test(element.tagName)) {
              // Straight strokes, one or several, have no inside to fill.
              const { width, height } = (element as SVGGraphicsElement).getBBox();
              const strokes = /^(?:M[^a-z]+[hv][^a-z]+)+$/i.test(element.getAttribute("d") ?? "");
              if (width > 0 && height > 0 && !strokes && Number(style.fillOpacity) > 0) worn.push(style.fill);
              worn.push(style.stroke);
            }
          } else {
            worn.push(style.backgroundColor);
            for (const side of ["Top", "Right", "Bottom", "Left"] as const)
              if (style[`border${side}Style`] !== "none" && Number.parseFloat(style[`border${side}Width`]) > 0)
                worn.push(style[`border${side}Color`]);
          }
          for (const colour of worn)
            if (!isOurs(colour)) fault("a colour that is no token", `${colour} ${nameOf(element)}`);
        }

      for (const status of document.querySelectorAll(".st")) {
        if (!isSeen(status)) continue;
        const word = (status.textContent ?? "").trim();
        if (word === "") fault("a status without its word", nameOf(status));
        const glyph = status.querySelector("svg.g use");
        if (glyph === null && status.parentElement?.querySelector("svg.g use") == null)
          fault("a status without its glyph", nameOf(status));
      }

      for (const control of document.querySelectorAll(
        "button, input:not([type=hidden]), select, textarea, summary, a[href], [role=slider]",
      )) {
        if (!isSeen(control)) continue;
        const { width, height } = control.getBoundingClientRect();
        if (width < 1 || height < 1) continue;
        const inText = control.tagName === "A" && getComputedStyle(control).display === "inline";
        if (inText || control.closest("svg") !== null || control.matches("input[type=checkbox], input[type=radio]"))
          continue;
        if (Math.min(width, height) < 24 && !isSpaced(control))
          fault("a target under 24 px", `${width.toFixed(0)} × ${height.toFixed(0)} ${nameOf(control)}`);
        else if (fingers && control.matches("button, .button, input, select") && height < 43.5)
          fault("a control a finger misses", `${height.toFixed(0)} px ${nameOf(control)}`);
      }

      /** WCAG 2.2, 2.5.8: a smaller target is enough where a circle of 24 px about it touches no other. */
      function isSpaced(control: Element): boolean {
        const { left, top, width, height } = control.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        return [...document.querySelectorAll("button, input, select, summary, a[href]")].every((other) => {
          if (other === control || other.contains(control) || control.contains(other) || !isSeen(other)) return true;
          const box = other.getBoundingClientRect();
          const dx = Math.max(box.left - x, 0, x - box.right);
          const dy = Math.max(box.top - y, 0, y - box.bottom);
          return Math.hypot(dx, dy) >= 12;
        });
      }

      return [...faults].map(
        ([kind, where]) => `${kind} (${where.length}): ${[...new Set(where)].slice(0, 4).join(" | ")}`,
      );
    },
    { fingers, tokens, sizes },
  );
}
