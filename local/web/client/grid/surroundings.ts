import type { Act } from '../../protocol/acts';
import type { Block, Rectangle } from '../../protocol/cells';
import type { ColumnValue } from '../../protocol/sheets';
import type { Cell } from './cell-store';
import type { Place } from './selection';

/** What the grid needs of the page around it. */
export interface Surroundings {
  load(sheet: string, from: number, count: number): Promise<Block | null>;
  /** What stands in a column of the sheet's filter. */
  values(sheet: string, column: number): Promise<readonly ColumnValue[]>;
  /** Does it on the server and brings the page up to date; false where it was refused. */
  perform(act: Act): Promise<boolean>;
  /** Another selection, with what stands in its active cell. */
  selected(sheet: string, ranges: readonly Rectangle[], active: { readonly place: Place; readonly cell: Cell | undefined }): void;
  /** Words are being typed into the active cell. */
  typed(words: string): void;
}
