import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { KeptAnswers } from "./kept-answers.ts";

/** What Prometheus reads at /metrics. */
export interface Metrics {
  contentType: string;
  text(): Promise<string>;
  /** One answered request; `door` is one of a few words, never a path. */
  answered(door: string, status: number, seconds: number): void;
}

/** @param kept null where nothing is kept */
export function createMetrics(kept: KeptAnswers | null): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: "readout_http_request_seconds",
    help: "Time from a request's arrival to the end of its answer, kept answers apart.",
    labelNames: ["door", "status"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  if (kept) {
    // Read when asked for: counting at every kept answer would cost as much as giving it.
    new Counter({
      name: "readout_kept_answers_total",
      help: "Requests that looked for a kept answer, by outcome.",
      labelNames: ["outcome"],
      registers: [registry],
      collect() {
        this.reset();
        this.inc({ outcome: "hit" }, kept.hits);
        this.inc({ outcome: "miss" }, kept.misses);
      },
    });
    new Gauge({
      name: "readout_kept_answers_bytes",
      help: "Memory taken by kept answers, in bytes.",
      registers: [registry],
      collect() {
        this.set(kept.bytes);
      },
    });
  }
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    answered: (door, status, time) => seconds.observe({ door, status: `${Math.floor(status / 100)}xx` }, time),
  };
}
