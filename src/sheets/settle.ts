import { Refusal } from '../shared/problem';
import { sameCell, type Cell } from './cell';
import { readPieces, withValuesOf, type Pieces } from './cell-pieces';
import type { Change, Settled } from './change';
import type { TextWay } from './encode';
import { isSmall, keysAt, lookAt, MOST_LOOKS, sameIds, sameNames, type Look } from './look';
import { sheetsMessages } from './messages';
import { AUTOMATIC } from './formats';
import { planBlocks, planRuns, planInOrder, type PlacedChange, type PlannedWrite } from './plan-writes';
import { FIRST_ROW, isKeyedId, keyIds, keyOfId, keyText, type RawImage } from './raw-image';
import { correctionsAfterMove } from './repair';
import type { SheetPort } from './sheets-port';
import { readFormatsFor, writeAll } from './write-plan';

export interface SettleOptions {
  /** Whether a block may span the image's column where nothing changes: a column of ours. */
  readonly bridges: (column: number) => boolean;
  /** The number format that days in the image's column need. */
  readonly formatOf: (column: number) => string | null;
  /** Guarded changes: `blanks` in runs, one by one; `entries` row by row, all of a row or none. */
  readonly guarded: 'blanks' | 'entries';
  /** Whether a formula that stands in a cell goes too. */
  readonly overFormulas?: boolean;
  readonly way: TextWay;
}

const MOST_REPAIRS = 2;

/**
 * Makes cells show what the changes say, wherever their rows and columns are by now, and makes good what moving rows
 * and columns did to the writing itself. Throws Refusal where they never stand still.
 */
export function settle(sheet: SheetPort, image: RawImage, changes: readonly Change[], options: SettleOptions, repairs = 0): Settled {
  if (changes.length === 0) return { done: [], refused: [], left: [], formulas: [] };
  const changesKey = changes.some(({ column }) => column === image.key);
  const whole = changesKey || isSmall(image) || changes.some(({ id }) => !isKeyedId(id));
  const { look, pieces } = steadyLook(sheet, image, changes, whole);
  const sorted = sortOut(image, changes, look, pieces, options);
  const plan = planned(image, sorted.placed, look, pieces, options);
  const result: Settled = { done: sorted.placed.map(({ change }) => change).filter((change) => !plan.left.has(change)), refused: sorted.refused, left: [...plan.left], formulas: sorted.formulas };
  if (plan.writes.length === 0) return result;

  const formats = readFormatsFor(sheet, plan.writes);
  const undated = formats.undated.flatMap((position) => {
    const format = options.formatOf(image.names.indexOf(look.names[position] ?? ''));
    return format === null ? [] : [{ column: position + 1, format }];
  });
  if (undated.length > 0) sheet.format(FIRST_ROW, null, undated);
  writeAll(sheet, plan.writes, formats.at, options.way);

  const after = lookAfterwards(sheet, image, look);
  const still = after !== null && sameNames(look.names, after.names) && sameIds(idsAfter(image, look, sorted.placed), after.ids);
  if (still && landed(sorted.placed, after)) return result;
  const now = after?.whole === null || after === null ? lookAt(sheet, image, true) : after;
  // A format that was meant for a column which has moved on: whatever stands there now gets its own.
  const misdated = undated.filter(({ column }) => now.names[column - 1] !== look.names[column - 1]);
  if (misdated.length > 0) {
    sheet.format(
      FIRST_ROW,
      null,
      misdated.map(({ column }) => ({ column, format: options.formatOf(image.names.indexOf(now.names[column - 1] ?? '')) ?? AUTOMATIC })),
    );
  }
  const corrections = correctionsAfterMove({ image, look, pieces, done: result.done, writes: plan.writes, now });
  if (corrections.changes.length === 0) return result;
  if (repairs === MOST_REPAIRS) throw new Refusal(sheetsMessages.someoneIsSorting(sheet.name));
  const ours = new Set(image.names.filter((_, column) => options.bridges(column)));
  settle(
    sheet,
    corrections.image,
    corrections.changes,
    {
      ...options,
      guarded: 'blanks',
      bridges: (column) => ours.has(corrections.image.names[column] ?? ''),
      formatOf: (column) => options.formatOf(image.names.indexOf(corrections.image.names[column] ?? '')),
    },
    repairs + 1,
  );
  return result;
}

/**
 * A look whose rows stood still while formulas and guarded values were read. These are read where the columns were in the image:
 * mostly nothing has moved since, and the look after it shows that. Else the keys are read before and after.
 */
function steadyLook(sheet: SheetPort, image: RawImage, changes: readonly Change[], whole: boolean): { look: Look; pieces: Pieces } {
  const piecesOf = (rows: number, positionOf: (column: number) => number | undefined): Pieces => {
    const positions = (some: readonly Change[]): number[] => [...new Set(some.map(({ column }) => column))].flatMap((column) => positionOf(column) ?? []);
    // The values of a sheet that is read whole come with the look.
    return readPieces(sheet, rows, positions(changes), whole ? [] : positions(changes.filter(({ was }) => was !== null)));
  };
  const pieces = piecesOf(image.ids.length, (column) => column);
  const look = lookAt(sheet, image, whole);
  if (standsAsRead(image, look)) return { look, pieces: withValuesOf(look, pieces) };
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const before = lookAt(sheet, image, whole);
    const there = piecesOf(before.ids.length, (column) => before.positionOf.get(image.names[column] ?? ''));
    const key = before.positionOf.get(image.names[image.key] ?? '');
    if (key === undefined || sameIds(before.ids, keysAt(sheet, key))) return { look: before, pieces: withValuesOf(before, there) };
  }
  throw new Refusal(sheetsMessages.someoneIsSorting(sheet.name));
}

/** Whether every row that the image knows is where it was, and every column: rows that came below move none. */
function standsAsRead(image: RawImage, look: Look): boolean {
  if (!sameNames(image.names, look.names)) return false;
  return image.ids.every((id, i) => id === null || id === look.ids[i] || (look.whole === null && !isKeyedId(id)));
}

/** Whether rows without a key, which no key can show to have stayed in place, got their cells. */
const landed = (placed: readonly PlacedChange[], { whole }: Look): boolean =>
  placed.every(({ change, row, position }) => isKeyedId(change.id) || whole === null || sameCell(whole.rows.get(whole.ids[row - FIRST_ROW] ?? '')?.cells[position] ?? '', change.cell));

/** The header and keys after the writing; null where the key column is no longer found. */
function lookAfterwards(sheet: SheetPort, image: RawImage, before: Look): Look | null {
  const look = lookAt(sheet, image, before.whole !== null);
  return look.positionOf.has(image.names[image.key] ?? '') ? look : null;
}

/** The ids that the rows should show once the changes are written. */
function idsAfter(image: RawImage, look: Look, placed: readonly PlacedChange[]): (string | null)[] {
  const keyOf = new Map(placed.filter(({ change }) => change.column === image.key).map(({ change, row }) => [row, keyText(change.cell)]));
  if (keyOf.size === 0) return [...look.ids];
  return keyIds(look.ids.map((id, i) => keyOf.get(i + FIRST_ROW) ?? keyOfId(id)));
}

interface Sorted {
  readonly placed: readonly PlacedChange[];
  readonly refused: readonly Change[];
  readonly formulas: readonly { readonly change: Change; readonly row: number }[];
}

/** A column of ours with more formulas than this is a person's by now. */
const MOST_FORMULAS = 8;

/** Which changes can be written, and where; a formula and, where guarded, anything but the expected cell stops one. */
function sortOut(image: RawImage, changes: readonly Change[], look: Look, pieces: Pieces, { guarded, overFormulas = false }: SettleOptions): Sorted {
  const placed: PlacedChange[] = [];
  const refused: Change[] = [];
  const formulas: { change: Change; row: number }[] = [];
  for (const change of changes) {
    const row = look.rowOf.get(change.id);
    const position = look.positionOf.get(image.names[change.column] ?? '');
    if (row === undefined || position === undefined) {
      refused.push(change);
      continue;
    }
    const taken = !overFormulas && (pieces.formulaAt(row, position) !== '' || (pieces.formulaRows(position)?.length ?? 0) > MOST_FORMULAS);
    if (taken) formulas.push({ change, row });
    if (taken || (change.was !== null && !sameCell(pieces.valueAt(row, position) ?? '', change.was))) refused.push(change);
    else placed.push({ change, row, position });
  }
  if (guarded !== 'entries' || refused.length === 0) return { placed, refused, formulas };
  const stopped = new Set(refused.map(({ id }) => id));
  return {
    placed: placed.filter(({ change }) => !stopped.has(change.id)),
    refused: [...refused, ...placed.filter(({ change }) => stopped.has(change.id)).map(({ change }) => change)],
    formulas,
  };
}

function planned(
  image: RawImage,
  placed: readonly PlacedChange[],
  look: Look,
  pieces: Pieces,
  options: SettleOptions,
): { readonly writes: readonly PlannedWrite[]; readonly left: ReadonlySet<Change> } {
  const columnAt = new Map<number, number>();
  image.names.forEach((name, column) => {
    const position = look.positionOf.get(name);
    if (position !== undefined) columnAt.set(position, column);
  });
  const changing = new Set(placed.map(({ row }) => row));
  const knownIn = (row: number): ((position: number) => Cell | undefined) | null => {
    const id = look.ids[row - FIRST_ROW];
    // A block may not reach over rows without a key, but one that changes itself keeps its other cells.
    if (id === null || id === undefined || !(isKeyedId(id) || changing.has(row))) return null;
    const known = image.rows.get(id)?.cells;
    if (known === undefined) return null;
    return look.whole === null ? (position) => known[columnAt.get(position) ?? -1] : (position) => (columnAt.has(position) ? pieces.valueAt(row, position) : undefined);
  };
  const mayBridge = (position: number): boolean => {
    const column = columnAt.get(position);
    // What a person's formula might stand in is not written without having looked.
    return column !== undefined && column !== image.key && options.bridges(column) && pieces.formulaRows(position) !== null;
  };
  const formulas = placed.filter(({ change }) => change.formula !== undefined);
  const plain = placed.filter(({ change }) => change.formula === undefined);
  const blocks = planBlocks(plain.filter(({ change }) => change.was === null), mayBridge, pieces, knownIn);
  const guarded = plain.filter(({ change }) => change.was !== null);
  const runs = options.guarded === 'entries' ? planInOrder(guarded) : planRuns(guarded);
  return {
    writes: [...blocks, ...runs.writes, ...formulas.map(({ change, row, position }) => ({ row, position, cells: [[change.cell]], formula: change.formula ?? '' }))],
    left: new Set(runs.left),
  };
}
