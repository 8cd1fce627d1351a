/** Google's usual latencies, in seconds. */
const SECONDS = { call: 0.1, cellRead: 1 / 100_000, cellWritten: 2 / 100_000 };

export interface Stats {
  readonly calls: { readonly total: number; readonly byMethod: Readonly<Record<string, number>> };
  readonly cells: { readonly read: number; readonly written: number };
  /** What the calls would usually take at Google, with sleeps and waits. */
  readonly estimatedSeconds: number;
}

/** Counts service calls and cells, over the life of a host. */
export class Usage {
  private calls = 0;
  private readonly byMethod = new Map<string, number>();
  private read = 0;
  private written = 0;
  private seconds = 0;
  /** CPU milliseconds that the emulation of the services took here: the rest of a run is the script's own computing. */
  emulationMs = 0;

  /** The number of the call, from 1. */
  countCall(method: string): number {
    this.calls += 1;
    this.byMethod.set(method, (this.byMethod.get(method) ?? 0) + 1);
    return this.calls;
  }

  /** Counts cells, and gives the seconds that they take. */
  countCells(kind: 'read' | 'written', count: number): number {
    this[kind] += count;
    return count * (kind === 'read' ? SECONDS.cellRead : SECONDS.cellWritten);
  }

  countSeconds(seconds: number): void {
    this.seconds += seconds;
  }

  stats(): Stats {
    const byMethod = Object.fromEntries([...this.byMethod].sort(([a], [b]) => (a < b ? -1 : 1)));
    return {
      calls: { total: this.calls, byMethod },
      cells: { read: this.read, written: this.written },
      estimatedSeconds: Math.round(this.seconds * 1000) / 1000,
    };
  }
}

/** Seconds that a service call takes, the cells apart. */
export const secondsPerCall = SECONDS.call;

/** CPU time of this process so far: unlike the clock, it does not run on while others have the machine. */
export function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
