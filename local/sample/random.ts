/** A stream of chance that is the same on every machine. */
export interface Random {
  /** At least 0 and below 1. */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  chance(share: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** An item, the more often the greater its weight. */
  weighted<T>(items: readonly T[], weightOf: (item: T) => number): T;
  /** Around 0 with deviation 1, never beyond ±3. */
  bell(): number;
  shuffled<T>(items: readonly T[]): T[];
}

/** FNV-1a, to turn a stream's name into its seed. */
const seedOf = (name: string): number => {
  let seed = 2166136261;
  for (let i = 0; i < name.length; i += 1) seed = Math.imul(seed ^ name.charCodeAt(i), 16777619);
  return seed >>> 0;
};

/**
 * The stream of that name (mulberry32). Each concern draws from its own stream, so that one more draw in one of them
 * does not change all the others.
 */
export function randomOf(name: string): Random {
  let state = seedOf(name);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const itemAt = <T>(items: readonly T[], index: number): T => {
    const item = items[index];
    if (item === undefined) throw new Error('Nothing to pick from.');
    return item;
  };
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    between,
    chance: (share) => next() < share,
    pick: (items) => itemAt(items, between(0, items.length - 1)),
    weighted: (items, weightOf) => {
      let rest = next() * items.reduce((sum, item) => sum + weightOf(item), 0);
      for (const item of items) {
        rest -= weightOf(item);
        if (rest < 0) return item;
      }
      return itemAt(items, items.length - 1);
    },
    bell: () => {
      let sum = 0;
      for (let i = 0; i < 6; i += 1) sum += next();
      return Math.max(-3, Math.min(3, (sum - 3) * Math.SQRT2));
    },
    shuffled: (items) => {
      const result = [...items];
      for (let i = result.length - 1; i > 0; i -= 1) {
        const j = between(0, i);
        [result[i], result[j]] = [itemAt(result, j), itemAt(result, i)];
      }
      return result;
    },
  };
}
