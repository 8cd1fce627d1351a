import { groupBy } from '../shared/collections';
import { coverWithSpans, fillWithRectangles, type Rectangle } from './blocks';
import type { Cell } from './cell';
import type { Pieces } from './cell-pieces';
import type { Change } from './change';

/** A change where it is to be written now: sheet row, 0-based column. */
export interface PlacedChange {
  readonly change: Change;
  readonly row: number;
  readonly position: number;
}

/** One write: a rectangle and its cells, or one formula. */
export interface PlannedWrite {
  readonly row: number;
  /** 0-based. */
  readonly position: number;
  readonly cells: readonly (readonly Cell[])[];
  readonly formula?: string;
}

export interface WritePlan {
  readonly writes: readonly PlannedWrite[];
  readonly left: readonly Change[];
}

const MOST_BLOCKS = 8;
const MOST_RUNS = 50;

/**
 * Blocks for our own columns. `mayBridge` tells which columns (0-based) of ours a block may span though nothing changes
 * there; `knownIn` gives the cells of a row that are not changed, null where the row is not known.
 */
export function planBlocks(
  placed: readonly PlacedChange[],
  mayBridge: (position: number) => boolean,
  pieces: Pieces,
  knownIn: (row: number) => ((position: number) => Cell | undefined) | null,
): PlannedWrite[] {
  const changeAt = new Map<number, Map<number, Cell>>();
  for (const { change, row, position } of placed) {
    const column = changeAt.get(position) ?? new Map<number, Cell>();
    changeAt.set(position, column.set(row, change.cell));
  }
  const writes: PlannedWrite[] = [];
  for (const group of groupsOf([...changeAt.keys()], mayBridge, (position) => (pieces.formulaRows(position)?.length ?? 0) > 0)) {
    const dirty = new Set<number>();
    for (let position = group.first; position <= group.last; position += 1) for (const row of changeAt.get(position)?.keys() ?? []) dirty.add(row);
    const rows = [...dirty].sort((a, b) => a - b);
    const mayCross = (from: number, to: number): boolean => {
      for (let row = from + 1; row < to; row += 1) if (pieces.formulaAt(row, group.first) !== '' || knownIn(row)?.(group.first) === undefined) return false;
      return true;
    };
    for (const span of coverWithSpans(rows, MOST_BLOCKS, mayCross)) {
      const cells: Cell[][] = [];
      for (let row = span.first; row <= span.last; row += 1) {
        const known = knownIn(row);
        const line: Cell[] = [];
        for (let position = group.first; position <= group.last; position += 1) line.push(changeAt.get(position)?.get(row) ?? known?.(position) ?? '');
        cells.push(line);
      }
      writes.push({ row: span.first, position: group.first, cells });
    }
  }
  return writes;
}

/** Dirty columns, joined where only columns of ours lie between. A column with formulas stands alone, so that its rows can be stepped over. */
function groupsOf(positions: readonly number[], mayBridge: (position: number) => boolean, alone: (position: number) => boolean): { first: number; last: number }[] {
  const sorted = [...positions].sort((a, b) => a - b);
  const groups: { first: number; last: number }[] = [];
  for (const position of sorted) {
    const group = groups[groups.length - 1];
    if (group !== undefined && !alone(group.last) && !alone(position) && bridged(group.last, position, (at) => mayBridge(at) && !alone(at))) group.last = position;
    else groups.push({ first: position, last: position });
  }
  return groups;
}

function bridged(from: number, to: number, mayBridge: (position: number) => boolean): boolean {
  for (let position = from + 1; position < to; position += 1) if (!mayBridge(position)) return false;
  return true;
}

/** Rectangles that hold nothing but changes, the largest first, at most 50; the rest is left. */
export function planRuns(placed: readonly PlacedChange[]): WritePlan {
  const at = (row: number, position: number): string => `${row} ${position}`;
  const changes = new Map(placed.map((one) => [at(one.row, one.position), one.change]));
  const all = fillWithRectangles(placed.map(({ row, position }) => ({ row, column: position })));
  return {
    writes: all.slice(0, MOST_RUNS).map((run) => filled(run, (row, position) => changes.get(at(row, position))?.cell ?? '')),
    left: all.slice(MOST_RUNS).flatMap((run) => cellsOf(run).flatMap(([row, position]) => changes.get(at(row, position)) ?? [])),
  };
}

/**
 * Writes of neighbouring cells in which each row is written in the order in which its cells were named; rows beneath each other in which
 * the same is named are written together. Where these are too many, rectangles.
 */
export function planInOrder(placed: readonly PlacedChange[]): WritePlan {
  const byRow = groupBy(placed, ({ row }) => row);
  const writes: PlannedWrite[] = [];
  for (const [first, count] of alike(byRow)) {
    const ofRow = byRow.get(first) ?? [];
    const order = new Map(ofRow.map((one, i) => [one.position, i]));
    const runs = fillWithRectangles(ofRow.map((one) => ({ row: first, column: one.position })));
    // What was named last is written last: a task's status after the date and outcome that go with it.
    const lastOf = (run: Rectangle): number => Math.max(...cellsOf(run).map(([, position]) => order.get(position) ?? 0));
    const cellAt = (row: number, position: number): Cell => byRow.get(row)?.find((one) => one.position === position)?.change.cell ?? '';
    for (const run of runs.sort((a, b) => lastOf(a) - lastOf(b))) writes.push(filled({ ...run, rows: count }, cellAt));
  }
  return writes.length <= MOST_RUNS ? { writes, left: [] } : planRuns(placed);
}

/** Rows beneath each other in which the same columns change in the same order: the first, and how many. */
function alike(byRow: ReadonlyMap<number, readonly PlacedChange[]>): [first: number, count: number][] {
  const shapeOf = (row: number): string | undefined => byRow.get(row)?.map(({ position }) => position).join(' ');
  const runs: [first: number, count: number][] = [];
  for (const row of [...byRow.keys()].sort((a, b) => a - b)) {
    const run = runs[runs.length - 1];
    if (run !== undefined && run[0] + run[1] === row && shapeOf(run[0]) === shapeOf(row)) run[1] += 1;
    else runs.push([row, 1]);
  }
  return runs;
}

const filled = (run: Rectangle, cellAt: (row: number, position: number) => Cell): PlannedWrite => ({
  row: run.row,
  position: run.column,
  cells: Array.from({ length: run.rows }, (_, i) => Array.from({ length: run.columns }, (__, j) => cellAt(run.row + i, run.column + j))),
});

const cellsOf = (run: Rectangle): [row: number, position: number][] =>
  Array.from({ length: run.rows * run.columns }, (_, i) => [run.row + Math.floor(i / run.columns), run.column + (i % run.columns)]);
