import type { StatusFamily } from "@readout/core/status";

export type Theme = "light" | "dark";

/** The colours that a picture needs, written out: nothing outside our pages knows our style sheet. */
export type Palette = Record<"page" | "panel" | "line" | "edge" | "ink" | "ink-2" | "ink-3", string> &
  Record<StatusFamily, string>;

const today: Record<Theme, Palette> = {
  light: {
    page: "#fafbfa",
    panel: "#ffffff",
    line: "#dce1df",
    edge: "#7d8886",
    ink: "#16201e",
    "ink-2": "#45514e",
    "ink-3": "#5e6a67",
    talk: "#9f7799",
    commitment: "#345acb",
    motion: "#07482b",
    trouble: "#dd4c1c",
    end: "#676a67",
  },
  dark: {
    page: "#101514",
    panel: "#161c1b",
    line: "#2b3432",
    edge: "#72807c",
    ink: "#e9eeec",
    "ink-2": "#b9c3c0",
    "ink-3": "#97a39f",
    talk: "#d0add2",
    commitment: "#4584e4",
    motion: "#5fd3a0",
    trouble: "#ee6a34",
    end: "#78827f",
  },
};

/** The paper of an earlier day. */
const aged: Record<Theme, Pick<Palette, "page" | "panel" | "line" | "edge" | "ink-3">> = {
  light: { page: "#f7f2e6", panel: "#fcf9f1", line: "#e2d8bf", edge: "#857b62", "ink-3": "#625c4a" },
  dark: { page: "#191509", panel: "#201b0e", line: "#3a3220", edge: "#857a5c", "ink-3": "#a79e88" },
};

/** The tokens of app/tokens.css; a test compares them. */
export const paletteOf = (theme: Theme, past: boolean): Palette => ({ ...today[theme], ...(past ? aged[theme] : {}) });

/** The band that says "this is not today", on light paper. */
export const pastBand = { paper: "#4a3b17", ink: "#fff8e6" };
