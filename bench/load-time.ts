import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import { cpuMilliseconds } from '../local/services/kit/usage';
import { median } from './median';

const TIMES = 20;

export interface LoadTime {
  readonly kilobytes: number;
  /** Median CPU milliseconds to compile and run the bundle in a fresh context, as every click does. */
  readonly ms: number;
}

/** The bundle's size, and how long it takes to be there. */
export function loadTimeOf(file: string): LoadTime {
  const code = readFileSync(file, 'utf8');
  const times = Array.from({ length: TIMES }, (_, i) => {
    const context = createContext({});
    // Another text each time, or the engine would remember what it has compiled.
    const text = `${code}//${i}`;
    const start = cpuMilliseconds();
    new Script(text).runInContext(context);
    return cpuMilliseconds() - start;
  });
  return { kilobytes: Buffer.byteLength(code) / 1024, ms: median(times) };
}
