/** The items of each key, keys in order of first appearance. */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** The first item of each key. */
export function indexBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T> {
  const index = new Map<K, T>();
  for (const item of items) {
    const key = keyOf(item);
    if (!index.has(key)) index.set(key, item);
  }
  return index;
}

/** A comparison by several keys in turn. Text is compared by code unit, so the order is the same on every machine. */
export const by =
  <T>(...keysOf: readonly ((item: T) => string | number)[]) =>
  (a: T, b: T): number => {
    for (const keyOf of keysOf) {
      const [x, y] = [keyOf(a), keyOf(b)];
      if (x < y) return -1;
      if (x > y) return 1;
    }
    return 0;
  };

/** What `make` gives, made when first asked for and kept. */
export const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
};

/** The function, which remembers what it gave for a text: for the few statuses, languages and currencies that a hundred thousand rows repeat. */
export function remembered<T>(give: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T; // `has` tells a remembered undefined from none
    const result = give(text);
    known.set(text, result);
    return result;
  };
}
