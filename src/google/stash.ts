import type { Stash } from '../app/ports';

/** As long as Google lets a cache remember. */
const SECONDS = 21_600;

/** The document's cache: shared by its users, so that another one's tick can finish what a cut-off import left. */
export function stash(): Stash {
  const cache = (): GoogleAppsScript.Cache.Cache => {
    const found = CacheService.getDocumentCache();
    if (found === null) throw new Error('this script is bound to no document');
    return found;
  };
  return {
    put: (values) => cache().putAll({ ...values }, SECONDS),
    get: (names) => cache().getAll([...names]),
    forget: (names) => cache().removeAll([...names]),
  };
}
