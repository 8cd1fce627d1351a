import type { Workbook } from '../workbook/model';
import { emulation, methodsOf, type Emulation } from './kit/emulation';
import { ScriptException } from './kit/exception';
import type { Execution } from './kit/execution';
import { integer, listOf, MISMATCH, record, text, type Shape } from './kit/shape';

interface Entry {
  readonly value: string;
  /** Milliseconds since the epoch. */
  readonly until: number;
}
type Cache = Map<string, Entry>;

const LIMITS = { key: 250, value: 100 * 1024, seconds: 21_600 };
const USUAL_SECONDS = 600;

/** Caches live with the workbook in memory and are not saved. */
const caches = new WeakMap<Workbook, Map<string, Cache>>();

function cacheNamed(workbook: Workbook, name: string): Cache {
  const ofWorkbook = caches.get(workbook) ?? new Map<string, Cache>();
  caches.set(workbook, ofWorkbook);
  const cache = ofWorkbook.get(name) ?? new Map<string, Entry>();
  ofWorkbook.set(name, cache);
  return cache;
}

function put(cache: Cache, run: Execution, key: string, value: string, seconds: number): void {
  if (key.length > LIMITS.key) throw new ScriptException('Argument too large: key');
  if (Buffer.byteLength(value, 'utf8') > LIMITS.value) throw new ScriptException('Argument too large: value');
  if (seconds < 1 || seconds > LIMITS.seconds) throw new ScriptException('Invalid argument: expirationInSeconds');
  cache.set(key, { value, until: run.host.instant() + seconds * 1000 });
}

const get = (cache: Cache, run: Execution, key: string): string | null => {
  const entry = cache.get(key);
  return entry === undefined || entry.until <= run.host.instant() ? null : entry.value;
};

const texts: Shape<ReadonlyMap<string, string>> = {
  read(value) {
    const entries = record.read(value);
    if (entries === MISMATCH) return MISMATCH;
    const read = new Map<string, string>();
    for (const [key, one] of entries) if (typeof one === 'string') read.set(key, one);
    return read.size === entries.size ? read : MISMATCH;
  },
};

const { takes, counted } = methodsOf<Cache>();
const putAll = (cache: Cache, run: Execution, entries: ReadonlyMap<string, string>, seconds: number): void => {
  for (const [key, value] of entries) put(cache, run, key, value, seconds);
};

const cacheEmulation: Emulation<Cache> = emulation<Cache>('CacheService.Cache', 'bound', {
  get: counted(takes([text], get)),
  getAll: counted(
    takes([listOf(text)], (cache, run, keys) => {
      const found = keys.flatMap((key): [string, string][] => {
        const value = get(cache, run, key);
        return value === null ? [] : [[key, value]];
      });
      return new Map(found);
    }),
  ),
  put: counted(
    takes([text, text], (cache, run, key, value) => put(cache, run, key, value, USUAL_SECONDS)),
    takes([text, text, integer], put),
  ),
  putAll: counted(
    takes([texts], (cache, run, entries) => putAll(cache, run, entries, USUAL_SECONDS)),
    takes([texts, integer], putAll),
  ),
  remove: counted(takes([text], (cache, _run, key) => void cache.delete(key))),
  removeAll: counted(takes([listOf(text)], (cache, _run, keys) => keys.forEach((key) => cache.delete(key)))),
});

const service = methodsOf<null>();
const cache = (nameOf: (run: Execution) => string) =>
  service.free(service.takes([], (_self, run) => run.wrap(cacheEmulation, cacheNamed(run.host.workbook, nameOf(run)))));

export const cacheService: Emulation<null> = emulation<null>('CacheService', 'bound', {
  getDocumentCache: cache(() => 'document'),
  getScriptCache: cache(() => 'script'),
  getUserCache: cache((run) => `user ${run.run.user}`),
});
