import type { Workbook } from '../workbook/model';
import { emulation, methodsOf, SELF, type Emulation } from './kit/emulation';
import { ScriptException } from './kit/exception';
import { flag, MISMATCH, record, text, type Shape } from './kit/shape';

type Store = Map<string, string>;

/** Bytes: 9 KB a value, 500 KB a store. */
const LIMITS = { value: 9 * 1024, store: 500 * 1024 };

const bytes = (words: string): number => Buffer.byteLength(words, 'utf8');

/** Puts the entries into the store, all or none. */
function put(store: Store, entries: ReadonlyMap<string, string>, deleteOthers = false): void {
  const next: Store = new Map(deleteOthers ? [] : store);
  for (const [key, value] of entries) {
    if (key === '') throw new ScriptException('Invalid argument: key');
    if (bytes(value) > LIMITS.value) throw new ScriptException('Argument too large: value');
    next.set(key, value);
  }
  const size = [...next].reduce((sum, [key, value]) => sum + bytes(key) + bytes(value), 0);
  if (size > LIMITS.store) {
    throw new ScriptException('You have exceeded the property storage quota. Please remove some properties and try again.');
  }
  store.clear();
  for (const [key, value] of next) store.set(key, value);
}

/** An object of texts only; Google would turn anything else into text of its own kind. */
const texts: Shape<ReadonlyMap<string, string>> = {
  read(value) {
    const entries = record.read(value);
    if (entries === MISMATCH) return MISMATCH;
    const read = new Map<string, string>();
    for (const [key, one] of entries) {
      if (typeof one !== 'string') return MISMATCH;
      read.set(key, one);
    }
    return read;
  },
};

const { takes, counted } = methodsOf<Store>();

const propertiesEmulation: Emulation<Store> = emulation<Store>('PropertiesService.Properties', 'bound', {
  getProperty: counted(takes([text], (store, _run, key) => store.get(key) ?? null)),
  getProperties: counted(takes([], (store) => new Map(store))),
  getKeys: counted(takes([], (store) => [...store.keys()])),
  setProperty: counted(
    takes([text, text], (store, _run, key, value) => {
      put(store, new Map([[key, value]]));
      return SELF;
    }),
  ),
  setProperties: counted(
    takes([texts], (store, _run, entries) => {
      put(store, entries);
      return SELF;
    }),
    takes([texts, flag], (store, _run, entries, deleteOthers) => {
      put(store, entries, deleteOthers);
      return SELF;
    }),
  ),
  deleteProperty: counted(
    takes([text], (store, _run, key) => {
      store.delete(key);
      return SELF;
    }),
  ),
  deleteAllProperties: counted(
    takes([], (store) => {
      store.clear();
      return SELF;
    }),
  ),
});

function userStore({ userProperties }: Workbook, user: string): Store {
  let store = userProperties.get(user);
  if (store === undefined) userProperties.set(user, (store = new Map()));
  return store;
}

const service = methodsOf<null>();

export const propertiesService: Emulation<null> = emulation<null>('PropertiesService', 'bound', {
  getDocumentProperties: service.free(service.takes([], (_self, run) => run.wrap(propertiesEmulation, run.host.workbook.documentProperties))),
  getScriptProperties: service.free(service.takes([], (_self, run) => run.wrap(propertiesEmulation, run.host.workbook.scriptProperties))),
  getUserProperties: service.free(service.takes([], (_self, run) => run.wrap(propertiesEmulation, userStore(run.host.workbook, run.run.user)))),
});
