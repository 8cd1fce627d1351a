import type { Cell } from './cell';

/** One cell of an image that is to show something else. */
export interface Change {
  /** The row's id in the image. */
  readonly id: string;
  /** Position of the column in the image. */
  readonly column: number;
  readonly cell: Cell;
  /** Written only while the cell shows this and holds no formula; null = ours, whatever it shows. */
  readonly was: Cell | null;
  /** A formula to be put back instead of the cell's value. */
  readonly formula?: string;
}

/** What became of the changes. */
export interface Settled {
  readonly done: readonly Change[];
  /** The cell is no longer as expected, its row or column is gone, or a person's formula stands there. */
  readonly refused: readonly Change[];
  /** More than one go can write; next time. */
  readonly left: readonly Change[];
  /** Changes of `refused` that a person's formula stopped, with the row where it stands. */
  readonly formulas: readonly { readonly change: Change; readonly row: number }[];
}
