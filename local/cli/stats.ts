import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { Host } from '../host';

/** Measures what a job takes, step by step. */
export class Stopwatch {
  private readonly began = performance.now();
  private last = this.began;
  private readonly steps: Record<string, number> = {};

  /** Ends a step: the time since the last one ended is its own. */
  lap(step: string): void {
    const now = performance.now();
    this.steps[step] = Math.round((this.steps[step] ?? 0) + now - this.last);
    this.last = now;
  }

  /** Milliseconds. */
  times(): { total: number; bySteps: Readonly<Record<string, number>> } {
    return { total: Math.round(performance.now() - this.began), bySteps: this.steps };
  }
}

/** Writes what `--stats` asks for; all zero where the job never came to the host. */
export function writeStats(path: string, host: Host | null, watch: Stopwatch): void {
  const { calls, cells, estimatedSeconds } = host?.stats() ?? { calls: { total: 0, byMethod: {} }, cells: { read: 0, written: 0 }, estimatedSeconds: 0 };
  const mails = (host?.mails ?? []).map(({ to, subject, text, html }) => ({ to, subject, text, html }));
  writeFileSync(path, `${JSON.stringify({ calls, cells, ms: watch.times(), estimatedSeconds, mails }, null, 2)}\n`);
}
