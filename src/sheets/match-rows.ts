import { fingerprintOf, type Cell } from './cell';
import type { Look } from './look';
import type { RawImage } from './raw-image';

export interface Matching {
  readonly image: RawImage;
  /** The whole sheet as it is now. */
  readonly now: Look;
  /** Names of columns that the writing may have hit. */
  readonly touched: ReadonlySet<string>;
  /** A cell of a row before the writing. */
  readonly seenAt: (id: string, column: number) => Cell;
  /** A cell of a row as it should be after it. */
  readonly changed: (id: string, column: number) => Cell;
}

/** Rows of the image (ids) with the rows that they are now (ids of `now.whole`): by key, or by all their cells where keys were written. */
export function matchRows({ image, now, touched, seenAt, changed }: Matching): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  const present = now.whole;
  if (present === null) return pairs;
  if (!touched.has(image.names[image.key] ?? '')) {
    // `now.ids` are told in the image's columns, those of `present` in its own: equal for rows with a key.
    now.ids.forEach((id, i) => {
      const presentId = present.ids[i];
      if (id !== null && presentId !== null && presentId !== undefined && image.rows.has(id)) pairs.set(id, presentId);
    });
    return pairs;
  }
  const columns = image.names.flatMap((name, column) => {
    const position = now.positionOf.get(name);
    return position === undefined ? [] : [{ column, position, quiet: !touched.has(name) }];
  });
  const quiet = columns.filter((one) => one.quiet);
  const open = new Set(present.ids.filter((id): id is string => id !== null));
  const cellOf = (id: string, position: number): Cell => present.rows.get(id)?.cells[position] ?? '';
  const pair = (some: typeof columns, imageCell: (id: string, column: number) => Cell): void => {
    const waiting = new Map<string, string[]>();
    for (const id of image.rows.keys()) {
      if (pairs.has(id)) continue;
      const print = fingerprintOf(some.map(({ column }) => imageCell(id, column)));
      const same = waiting.get(print);
      if (same === undefined) waiting.set(print, [id]);
      else same.push(id);
    }
    for (const presentId of [...open]) {
      const id = waiting.get(fingerprintOf(some.map(({ position }) => cellOf(presentId, position))))?.shift();
      if (id === undefined) continue;
      pairs.set(id, presentId);
      open.delete(presentId);
    }
  };
  // A row as it was is itself, and what looks like it changed is then another that was hit; only else it is the row itself, changed.
  pair(columns, seenAt);
  pair(columns, changed);
  pair(quiet, seenAt);
  return pairs;
}
