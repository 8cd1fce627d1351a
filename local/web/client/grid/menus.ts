import type { Act, SheetAct } from '../../protocol/acts';
import { openMenu, type Entry } from '../popup-menu';
import { say } from '../words';
import type { Board } from './board';
import { openFilterMenu } from './filter-menu';
import { lettersOf } from './layout';
import { cellSelection, type Place } from './selection';
import type { Surroundings } from './surroundings';
import type { Typing } from './typing';

type Where = HTMLElement | { readonly x: number; readonly y: number };
type Run = readonly [from: number, count: number];

/** The menus of rows, columns and the filter: what one does to the sheet besides typing. */
export class GridMenus {
  constructor(
    private readonly board: Board,
    private readonly typing: Typing,
    private readonly around: Pick<Surroundings, 'values'>,
  ) {}

  column(at: Where, column: number): void {
    const { sheet } = this.board;
    const [from, count] = this.picked('columns', column);
    const hidden = runOf(sheet.hiddenColumns, from - 1, from + count);
    openMenu(
      at,
      [
        this.entry(say('sortUp'), { act: 'sort', column, ascending: true }),
        this.entry(say('sortDown'), { act: 'sort', column, ascending: false }),
        null,
        this.entry(say(sheet.filter === null ? 'makeFilter' : 'removeFilter'), { act: 'filter', on: sheet.filter === null }),
        null,
        this.entry(say('insertBefore'), { act: 'insertColumns', column: from, count }),
        this.entry(say('insertAfter'), { act: 'insertColumns', column: from + count, count }),
        this.entry(`${say('deleteColumns')} ${spanOf(lettersOf(from), lettersOf(from + count - 1))}`, { act: 'deleteColumns', column: from, count }),
        this.entry(`${say('hideColumns')} ${spanOf(lettersOf(from), lettersOf(from + count - 1))}`, { act: 'fold', what: 'columns', from, count, hidden: true }),
        ...(hidden === null ? [] : [this.entry(say('showColumns'), { act: 'fold', what: 'columns', from: hidden[0], count: hidden[1], hidden: false })]),
        null,
        this.entry(`${say('freezeColumns')} ${lettersOf(column)}`, { act: 'freeze', what: 'columns', count: column + 1 }),
        ...(sheet.frozenColumns === 0 ? [] : [this.entry(say('unfreezeColumns'), { act: 'freeze', what: 'columns', count: 0 })]),
      ],
      { label: say('columnMenu') },
    );
  }

  /** The menu of a row, or of the cell that was pointed at; without one, of the active cell. */
  row(at: Where, place: Place | null): void {
    const { board } = this;
    const { sheet } = board;
    const { row, column } = place ?? board.selection.anchor;
    const [from, count] = this.picked('rows', row);
    if (from === row && count === 1 && !this.holdsRow(row)) board.select(cellSelection(row, column), { reveal: false });
    const hidden = runOf(sheet.foldedRows, from - 1, from + count);
    openMenu(
      at,
      [
        { label: say('clear'), chosen: () => void this.typing.clear() },
        null,
        this.entry(say('insertAbove'), { act: 'insertRows', row: from, count }),
        this.entry(say('insertBelow'), { act: 'insertRows', row: from + count, count }),
        this.entry(`${say('deleteRows')} ${spanOf(from + 1, from + count)}`, { act: 'deleteRows', row: from, count }),
        this.entry(`${say('hideRows')} ${spanOf(from + 1, from + count)}`, { act: 'fold', what: 'rows', from, count, hidden: true }),
        ...(hidden === null ? [] : [this.entry(say('showRows'), { act: 'fold', what: 'rows', from: hidden[0], count: hidden[1], hidden: false })]),
        null,
        this.entry(`${say('freezeRows')} ${row + 1}`, { act: 'freeze', what: 'rows', count: row + 1 }),
        ...(sheet.frozenRows === 0 ? [] : [this.entry(say('unfreezeRows'), { act: 'freeze', what: 'rows', count: 0 })]),
      ],
      { label: say('row') },
    );
  }

  /** The menu that the keyboard asks for. */
  forActiveCell(): void {
    const { board } = this;
    const { anchor, kind } = board.selection;
    const box = board.view.cellAt(anchor)?.getBoundingClientRect();
    const at = { x: box?.left ?? 0, y: box?.bottom ?? 0 };
    if (kind === 'columns') this.column(at, anchor.column);
    else this.row(at, anchor);
  }

  /** Opens the filter of a column. */
  filter(at: HTMLElement, column: number): void {
    const { name } = this.board.sheet;
    const does = (act: Act): void => void this.board.perform(act);
    void this.around.values(name, column).then((values) =>
      openFilterMenu(at, values, {
        column: lettersOf(column),
        sort: (ascending) => does({ act: 'sort', sheet: name, column, ascending }),
        choose: (hidden) => does({ act: 'filterValues', sheet: name, column, hidden }),
        closed: () => this.board.focus(),
      }),
    );
  }

  /** Opens the filter whose header a cell is; false where it is none. */
  filterAt(place: Place): boolean {
    const button = this.board.view.cellAt(place)?.querySelector<HTMLElement>('[data-filter]') ?? null;
    if (button !== null) this.filter(button, place.column);
    return button !== null;
  }

  private entry(label: string, act: Unplaced<SheetAct>): NonNullable<Entry> {
    // The sheet is what every such act lacks.
    return { label, chosen: () => void this.board.perform({ ...act, sheet: this.board.sheet.name } as SheetAct) };
  }

  private holdsRow(row: number): boolean {
    const { range } = this.board;
    return row >= range.row && row < range.row + range.rows;
  }

  /** The selected rows or columns where the one pointed at is among them, else that one. */
  private picked(what: 'rows' | 'columns', at: number): Run {
    const { range, selection } = this.board;
    const [from, count] = what === 'rows' ? [range.row, range.rows] : [range.column, range.columns];
    const across = what === 'rows' ? selection.kind === 'columns' : selection.kind === 'rows' || selection.kind === 'cells';
    return at >= from && at < from + count && !across && selection.kind !== 'all' ? [from, count] : [at, 1];
  }
}

type Unplaced<A> = A extends unknown ? Omit<A, 'sheet'> : never;

const spanOf = (first: string | number, last: string | number): string => (first === last ? String(first) : `${first}–${last}`);

/** The hidden ones from `first` to `last` and right beside them, as one run; null where there are none. */
function runOf(hidden: readonly number[], first: number, last: number): Run | null {
  const all = new Set(hidden);
  let [from, to] = [first, last];
  while (all.has(from - 1) && all.has(from)) from -= 1;
  while (all.has(to + 1) && all.has(to)) to += 1;
  const within = hidden.filter((at) => at >= from && at <= to);
  return within.length === 0 ? null : [Math.min(...within), Math.max(...within) - Math.min(...within) + 1];
}
