import { runsOf } from './blocks';
import { bringBack } from './bring-back';
import { sameCell } from './cell';
import type { TextWay } from './encode';
import { lookAt, sameIds } from './look';
import { FIRST_ROW, keyIds, keyOfId, type RawImage } from './raw-image';
import type { SheetPort } from './sheets-port';

const MOST_RUNS = 20;

/**
 * Deletes rows (their `at`) that are still as read, in at most 20 runs, bottom up. Gives those that still stand. Another row
 * that was deleted because rows moved meanwhile is written again.
 */
export function removeRows(sheet: SheetPort, image: RawImage, ats: readonly number[], way: TextWay): number[] {
  if (ats.length === 0) return [];
  const look = lookAt(sheet, image, true);
  const whole = look.whole;
  if (whole === null) return [...ats];
  const atOf = new Map<number, number>();
  for (const at of ats) {
    const id = image.ids[at - FIRST_ROW];
    const row = id === null || id === undefined ? undefined : look.rowOf.get(id);
    if (id === null || id === undefined || row === undefined) continue;
    const present = whole.rows.get(whole.ids[row - FIRST_ROW] ?? '')?.cells ?? [];
    const read = image.rows.get(id)?.cells ?? [];
    const asRead = image.names.every((name, column) => sameCell(present[look.positionOf.get(name) ?? -1] ?? '', read[column] ?? ''));
    if (asRead) atOf.set(row, at);
  }
  const runs = runsOf([...atOf.keys()].sort((a, b) => a - b))
    .sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first)
    .slice(0, MOST_RUNS)
    .sort((a, b) => a.first - b.first);
  const removed = new Set(runs.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i)));
  const standing = ats.filter((at) => ![...removed].some((row) => atOf.get(row) === at) && stands(image, look.rowOf, at));
  if (runs.length === 0) return standing;
  const formulas = sheet.readFormulas({ row: FIRST_ROW, column: 1, rows: null, columns: look.names.length });
  sheet.deleteRows(runs.map(({ first, last }) => ({ row: first, count: last - first + 1 })));

  const kept = look.ids.flatMap((id, i) => (removed.has(i + FIRST_ROW) ? [] : [{ id, row: i + FIRST_ROW }]));
  const after = lookAt(sheet, image, false);
  if (sameIds(keyIds(kept.map(({ id }) => keyOfId(id))), after.ids)) return standing;
  const present = countOf(after.ids.map(keyOfId));
  const lost = kept.filter(({ id }) => {
    const key = keyOfId(id);
    const count = present.get(key) ?? 0;
    present.set(key, count - 1);
    return key !== '' && count <= 0;
  });
  // What is left in the count are rows that should have gone: as many others went in their place.
  const missed = [...removed].filter((row) => {
    const key = keyOfId(look.ids[row - FIRST_ROW]);
    const count = present.get(key) ?? 0;
    if (key === '' || count <= 0) return false;
    present.set(key, count - 1);
    return true;
  });
  const back = missed.length === 0 ? [] : lost;
  if (back.length > 0) {
    bringBack(
      sheet,
      look.names,
      back.map(({ row }) => ({ line: whole.rows.get(whole.ids[row - FIRST_ROW] ?? '')?.cells ?? [], formulas: formulas[row - FIRST_ROW] ?? [] })),
      way,
    );
  }
  return [...standing, ...missed.flatMap((row) => atOf.get(row) ?? [])];
}

const stands = (image: RawImage, rowOf: ReadonlyMap<string, number>, at: number): boolean => {
  const id = image.ids[at - FIRST_ROW];
  return id !== null && id !== undefined && rowOf.has(id);
};

const countOf = (keys: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};
