import type { Status } from "@readout/core/status";

/** One element of a drawing, its attributes as React names them. */
export type Shape = readonly [tag: "path" | "circle" | "rect", attributes: Readonly<Record<string, string | number>>];

const line = { fill: "none", stroke: "currentColor" };
const full = { fill: "currentColor" };
const ring: Shape = ["circle", { cx: 8, cy: 8, r: 5.6, ...line, strokeWidth: 2 }];
const diamond: Shape = ["path", { d: "M8 1.6 14.4 8 8 14.4 1.6 8Z", ...line, strokeWidth: 1.8 }];
const square: Shape = ["rect", { x: 2.3, y: 2.3, width: 11.4, height: 11.4, ...line, strokeWidth: 1.8 }];

/** The drawing of each status on a grid of 16, in `currentColor` on `var(--page)`: pages, badges and pictures share it. */
export const glyphShapes: Record<Status | "none", readonly Shape[]> = {
  raised: [ring],
  proposed: [ring, ["circle", { cx: 8, cy: 8, r: 2.4, ...full }]],
  ordered: [diamond, ["path", { d: "M8 1.6 14.4 8H1.6Z", ...full }]],
  "agreed-in-principle": [diamond, ["path", { d: "M8 1.6V14.4L1.6 8Z", ...full }]],
  scheduled: [["path", { d: "M8 .8 15.2 8 8 15.2.8 8Z", ...full }]],
  "under-way": [["path", { d: "M3 1.6 14.6 8 3 14.4Z", ...full }]],
  "in-force": [["circle", { cx: 8, cy: 8, r: 6.6, ...full }]],
  stalled: [
    ["path", { d: "M2.4 3 9.6 8 2.4 13Z", ...line, strokeWidth: 1.9, strokeLinejoin: "round" }],
    ["path", { d: "M13.2 1.6v12.8", ...line, strokeWidth: 2.6 }],
  ],
  suspended: [["path", { d: "M4.6 1.6v12.8M11.4 1.6v12.8", ...line, strokeWidth: 3.8 }]],
  concluded: [
    ["rect", { x: 1.4, y: 1.4, width: 13.2, height: 13.2, ...full }],
    ["path", { d: "m4.4 8.2 2.5 2.6 4.8-5.4", fill: "none", stroke: "var(--page)", strokeWidth: 1.9 }],
  ],
  lapsed: [square, ["path", { d: "M2.3 13.7 13.7 2.3", ...line, strokeWidth: 1.8 }]],
  withdrawn: [square, ["path", { d: "m5 5 6 6m0-6-6 6", ...line, strokeWidth: 1.8 }]],
  none: [["circle", { cx: 8, cy: 8, r: 5.6, ...line, strokeWidth: 1.8, strokeDasharray: "1.8 2.6" }]],
};
