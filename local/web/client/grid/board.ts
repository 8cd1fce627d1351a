import type { Act } from '../../protocol/acts';
import type { Rectangle } from '../../protocol/cells';
import type { SheetView } from '../../protocol/sheets';
import { mayEdit } from '../protection';
import { CellStore, type Cell } from './cell-store';
import { GridView } from './grid-view';
import type { Move } from './keys';
import { Layout } from './layout';
import { cellSelection, rangesOf, rectangleOf, type Place, type Selection } from './selection';
import type { Surroundings } from './surroundings';

/** Rows of a selection that are fetched, so that copying finds them there. */
const MOST_WANTED = 20_000;

/** Cells on the clipboard, as text and as a range of the workbook. */
export interface Copied {
  readonly sheet: string;
  readonly range: Rectangle;
  readonly text: string;
  readonly cut: boolean;
}

/** The sheet that shows: how it is laid out, what its cells hold, what of it is selected. Each sheet keeps its selection and its scroll. */
export class Board {
  readonly view = new GridView();
  private readonly stores = new Map<string, CellStore>();
  private readonly selections = new Map<string, Selection>();
  private readonly scrolls = new Map<string, readonly [number, number]>();
  private readonly moved: (() => void)[] = [];
  private shown: Layout | null = null;
  private showHidden = false;
  private clipboard: Copied | null = null;

  constructor(private readonly around: Surroundings) {}

  /** Calls it whenever the selection or the sheet changes. */
  onMoved(act: () => void): void {
    this.moved.push(act);
  }

  /** Shows a sheet as it is now. */
  show(sheet: SheetView, { showHidden }: { readonly showHidden: boolean }): void {
    const { element } = this.view;
    const before = this.shown?.sheet.name;
    const same = before === sheet.name;
    if (before !== undefined && !same) this.scrolls.set(before, [element.scrollTop, element.scrollLeft]);
    this.showHidden = showHidden;
    this.shown = new Layout(sheet, showHidden);
    const store = this.storeOf(sheet);
    store.renew(sheet);
    const { selection } = this;
    this.selections.set(sheet.name, { ...selection, anchor: this.within(selection.anchor), head: this.within(selection.head) });
    this.view.show(this.shown, store, sheet.name);
    if (!same) [element.scrollTop, element.scrollLeft] = this.scrolls.get(sheet.name) ?? [0, 0];
    this.mark();
    this.announce();
  }

  /** Shows a column at another width, not yet told to the server. */
  widen(column: number, pixels: number): void {
    const { sheet } = this;
    this.shown = new Layout({ ...sheet, widths: [...sheet.widths.filter(([other]) => other !== column), [column, pixels]] }, this.showHidden);
    this.view.show(this.shown, this.store, sheet.name);
  }

  /** Forgets all cells, as where another workbook lies open. */
  forget(): void {
    this.stores.clear();
    this.clipboard = null;
  }

  focus(): void {
    this.view.element.focus({ preventScroll: true });
  }

  get open(): boolean {
    return this.shown !== null;
  }

  get layout(): Layout {
    if (this.shown === null) throw new Error('No sheet is shown yet.');
    return this.shown;
  }

  get sheet(): SheetView {
    return this.layout.sheet;
  }

  get selection(): Selection {
    const { name, frozenRows, rows } = this.sheet;
    return this.selections.get(name) ?? cellSelection(Math.min(frozenRows, rows - 1), 0);
  }

  /** The selected rectangle that the active cell is in. */
  get range(): Rectangle {
    return rectangleOf(this.selection, this.sheet);
  }

  get ranges(): Rectangle[] {
    return rangesOf(this.selection, this.sheet);
  }

  get copied(): Copied | null {
    return this.clipboard;
  }

  set copied(copied: Copied | null) {
    this.clipboard = copied;
    this.mark();
  }

  /** A cell; undefined while it is on its way. */
  at({ row, column }: Place): Cell | undefined {
    return this.store.at(row, column);
  }

  activeCell(): Cell | undefined {
    return this.at(this.selection.anchor);
  }

  select(selection: Selection, { reveal = true } = {}): void {
    this.selections.set(this.sheet.name, selection);
    this.mark();
    if (reveal) this.view.reveal(selection.kind === 'cells' ? selection.head : selection.anchor);
    const { row, rows } = rectangleOf(selection, this.sheet);
    if (rows > 1) this.store.want(row, Math.min(row + rows, this.sheet.filled, row + MOST_WANTED));
    this.announce();
  }

  selectAll(): void {
    const { anchor } = this.selection;
    this.select({ anchor, head: anchor, kind: 'all', others: [] }, { reveal: false });
  }

  /** Takes the selection somewhere; `extend` leaves its first corner where it is. */
  move(move: Move, extend: boolean): void {
    const { layout, selection } = this;
    const from = extend ? selection.head : selection.anchor;
    const place = {
      row: move.line === undefined ? from.row : layout.rowAt(Math.max(0, move.line(layout.lineOf(from.row), layout, this.view.pageLines))),
      column: move.column === undefined ? from.column : move.column(from.column, layout),
    };
    this.select(extend ? { ...selection, head: place } : cellSelection(place.row, place.column));
  }

  /** Does it on the server, after a warning where the sheet has one; false where it was refused or thought better of. */
  async perform(act: Act): Promise<boolean> {
    return (await mayEdit(this.sheet, act)) && this.around.perform(act);
  }

  private get store(): CellStore {
    return this.storeOf(this.sheet);
  }

  private storeOf({ name, revision }: SheetView): CellStore {
    const known = this.stores.get(name);
    if (known !== undefined) return known;
    const store = new CellStore(name, revision, (sheet, from, count) => this.around.load(sheet, from, count), () => {
      if (this.shown?.sheet.name !== name) return;
      this.view.redraw();
      this.announce();
    });
    this.stores.set(name, store);
    return store;
  }

  private within({ row, column }: Place): Place {
    return { row: Math.min(row, this.sheet.rows - 1), column: Math.min(column, this.sheet.columns - 1) };
  }

  private mark(): void {
    this.view.select(this.selection, this.clipboard?.sheet === this.sheet.name ? this.clipboard.range : null);
    for (const act of this.moved) act();
  }

  private announce(): void {
    this.around.selected(this.sheet.name, this.ranges, { place: this.selection.anchor, cell: this.activeCell() });
  }
}
