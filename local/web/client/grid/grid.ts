import type { Act, Block, ChangedCells, Rectangle, SheetView } from '../../protocol';
import { h } from '../h';
import { openMenu } from '../popup-menu';
import { say } from '../words';
import { CellStore, type Cell } from './cell-store';
import { drawCharts } from './charts';
import { Editor, type Leaving } from './editor';
import { GridView } from './grid-view';
import { moveFor, type Move } from './keys';
import { Layout, nameOf } from './layout';
import { cellSelection, rangesOf, rectangleOf, type Place, type Selection } from './selection';
import { fromTabText, toTabText } from './tab-text';

interface Surroundings {
  load(sheet: string, from: number, count: number): Promise<Block | null>;
  /** Does it on the server and brings the page up to date; false where it was refused. */
  perform(act: Act): Promise<boolean>;
  /** Another selection, with what stands in its active cell. */
  selected(sheet: string, ranges: readonly Rectangle[], active: { readonly place: Place; readonly cell: Cell | undefined }): void;
  /** Words are being typed into the active cell. */
  typed(words: string): void;
}

interface Copied {
  readonly sheet: string;
  readonly range: Rectangle;
  readonly text: string;
  readonly cut: boolean;
}

interface Undo {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly words: readonly (readonly string[])[];
}

const MOST_UNDONE = 20_000;

/** The sheet that one works in: select, type, choose, copy, paste, sort, by mouse, finger and keyboard. */
export class Grid {
  readonly view = new GridView();
  private readonly editor = new Editor();
  private readonly stores = new Map<string, CellStore>();
  private readonly selections = new Map<string, Selection>();
  private readonly scrolls = new Map<string, readonly [number, number]>();
  private layout: Layout | null = null;
  private showHidden = false;
  private copied: Copied | null = null;
  private readonly undos: Undo[] = [];
  /** The column in which a row of Tabs began; Enter goes back to it. */
  private tabFrom: number | null = null;
  private dragging: 'cells' | 'rows' | 'columns' | null = null;
  private readonly charts = h('div', { className: 'charts' });
  private readonly card = h('div', { className: 'card', hidden: true, attrs: { role: 'note' } });

  constructor(private readonly around: Surroundings) {
    const { element } = this.view;
    element.querySelector('.lines')?.append(this.charts);
    document.body.append(this.card);
    element.addEventListener('keydown', (event) => this.key(event));
    element.addEventListener('pointerdown', (event) => this.press(event));
    element.addEventListener('pointermove', (event) => this.drag(event));
    window.addEventListener('pointerup', () => (this.dragging = null));
    element.addEventListener('dblclick', (event) => {
      const place = placeOf(event.target);
      if (place !== null && !(event.target instanceof Element && event.target.closest('.box'))) this.edit(null);
      const edge = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-column-edge]') : null;
      if (edge !== null) this.fitColumn(Number(edge.dataset['columnEdge']));
    });
    element.addEventListener('contextmenu', (event) => this.context(event));
    element.addEventListener('pointerover', (event) => this.hover(event));
    element.addEventListener('pointerleave', () => (this.card.hidden = true));
    element.addEventListener('scroll', () => (this.card.hidden = true), { passive: true });
    document.addEventListener('copy', (event) => this.copy(event, false));
    document.addEventListener('cut', (event) => this.copy(event, true));
    document.addEventListener('paste', (event) => void this.paste(event));
  }

  /** Shows a sheet as it is now. */
  show(sheet: SheetView, { showHidden }: { readonly showHidden: boolean }): void {
    const { element } = this.view;
    const before = this.layout?.sheet.name;
    if (before !== undefined && before !== sheet.name) {
      this.scrolls.set(before, [element.scrollTop, element.scrollLeft]);
      this.editor.end(true);
    }
    this.showHidden = showHidden;
    const same = before === sheet.name;
    this.layout = new Layout(sheet, this.showHidden);
    const store = this.storeOf(sheet);
    store.renew(sheet);
    const selection = this.selection;
    this.selections.set(sheet.name, { ...selection, anchor: this.within(selection.anchor), head: this.within(selection.head) });
    this.view.show(this.layout, store, sheet.name);
    this.charts.replaceChildren(...drawCharts(sheet.charts, this.layout));
    if (!same) [element.scrollTop, element.scrollLeft] = this.scrolls.get(sheet.name) ?? [0, 0];
    this.view.select(this.selection, this.copiedHere());
    this.announce();
  }

  /** Lights up what an act changed in the sheet that shows. */
  flash(changes: readonly ChangedCells[]): void {
    const change = changes.find(({ sheet }) => sheet === this.layout?.sheet.name);
    if (change !== undefined && change.runs.length > 0) this.view.flash(change.runs);
  }

  /** Forgets all cells, as where another workbook lies open. */
  forget(): void {
    this.stores.clear();
    this.undos.length = 0;
    this.copied = null;
  }

  focus(): void {
    this.view.element.focus({ preventScroll: true });
  }

  /** Puts words into the active cell, typed elsewhere; null leaves it as it is. */
  async enter(words: string | null): Promise<void> {
    if (words !== null && words !== (this.activeCell()?.edit ?? '')) await this.write(words);
    this.focus();
  }

  private get sheet(): SheetView {
    if (this.layout === null) throw new Error('No sheet is shown yet.');
    return this.layout.sheet;
  }

  private get selection(): Selection {
    const { name, frozenRows } = this.sheet;
    return this.selections.get(name) ?? cellSelection(Math.min(frozenRows, this.sheet.rows - 1), 0);
  }

  private get store(): CellStore {
    return this.storeOf(this.sheet);
  }

  private storeOf({ name, revision }: SheetView): CellStore {
    const known = this.stores.get(name);
    if (known !== undefined) return known;
    const store = new CellStore(name, revision, (sheet, from, count) => this.around.load(sheet, from, count), () => {
      if (this.layout?.sheet.name !== name) return;
      this.view.redraw();
      this.announce();
    });
    this.stores.set(name, store);
    return store;
  }

  private activeCell(): Cell | undefined {
    const { anchor } = this.selection;
    return this.store.at(anchor.row, anchor.column);
  }

  private within({ row, column }: Place): Place {
    return { row: Math.min(row, this.sheet.rows - 1), column: Math.min(column, this.sheet.columns - 1) };
  }

  private copiedHere(): Rectangle | null {
    return this.copied?.sheet === this.sheet.name ? this.copied.range : null;
  }

  private announce(): void {
    this.around.selected(this.sheet.name, rangesOf(this.selection, this.sheet), { place: this.selection.anchor, cell: this.activeCell() });
  }

  private select(selection: Selection, { reveal = true } = {}): void {
    this.selections.set(this.sheet.name, selection);
    this.card.hidden = true;
    this.view.select(selection, this.copiedHere());
    if (reveal) this.view.reveal(selection.kind === 'cells' ? selection.head : selection.anchor);
    const { row, rows } = rectangleOf(selection, this.sheet);
    // So that copying finds them there.
    if (rows > 1) this.store.want(row, Math.min(row + rows, this.sheet.filled, row + MOST_UNDONE));
    this.announce();
  }

  private move(move: Move, extend: boolean): void {
    const { layout } = this;
    if (layout === null) return;
    const from = extend ? this.selection.head : this.selection.anchor;
    const place = { row: move.line === undefined ? from.row : layout.rowAt(Math.max(0, move.line(layout.lineOf(from.row), layout, this.view.pageLines))), column: move.column === undefined ? from.column : move.column(from.column, layout) };
    this.select(extend ? { ...this.selection, head: place } : { ...cellSelection(place.row, place.column) });
  }

  private leave(leaving: Leaving): void {
    const { layout } = this;
    if (layout === null || leaving === 'stay') return this.focus();
    const { row, column } = this.selection.anchor;
    const line = layout.lineOf(row);
    if (leaving === 'next' || leaving === 'previous') {
      this.tabFrom ??= column;
      this.select(cellSelection(row, layout.step(column, leaving === 'next' ? 1 : -1)));
    } else if (leaving === 'down' || leaving === 'up') {
      this.select(cellSelection(layout.rowAt(Math.max(0, line + (leaving === 'down' ? 1 : -1))), this.tabFrom ?? column));
      this.tabFrom = null;
    } else {
      const forward = (leaving === 'right') !== this.sheet.rightToLeft;
      this.select(cellSelection(row, layout.step(column, forward ? 1 : -1)));
    }
    this.focus();
  }

  private key(event: KeyboardEvent): void {
    if (this.editor.open || event.isComposing || event.target !== this.view.element) return;
    const command = event.ctrlKey || event.metaKey;
    const move = moveFor(event, this.sheet.rightToLeft);
    const done = (): void => event.preventDefault();
    if (move !== null) {
      done();
      this.tabFrom = null;
      return this.move(move, event.shiftKey);
    }
    switch (event.key) {
      case 'Enter':
        done();
        return event.shiftKey ? this.leave('up') : this.edit(null);
      case 'F2':
        done();
        return this.edit(null);
      case 'Tab':
        // Out of the grid at its first and last column, so that nobody is caught in it.
        if (this.layout?.step(this.selection.anchor.column, event.shiftKey ? -1 : 1) === this.selection.anchor.column) return;
        done();
        return this.leave(event.shiftKey ? 'previous' : 'next');
      case 'Delete':
      case 'Backspace':
        done();
        return void this.clear();
      case 'Escape':
        this.copied = null;
        this.card.hidden = true;
        return this.view.select(this.selection, null);
      case ' ':
        if (!command && this.toggle(this.selection.anchor)) return done();
    }
    if (command && (event.code === 'KeyA' || event.key === 'a')) {
      done();
      return this.select({ anchor: this.selection.anchor, head: this.selection.anchor, kind: 'all', others: [] }, { reveal: false });
    }
    if (command && (event.code === 'KeyZ' || event.key === 'z')) {
      done();
      return void this.undo();
    }
    if (event.altKey && event.key === 'ArrowDown') {
      done();
      return this.edit(null);
    }
    if (command && event.key === ';') {
      done();
      return;
    }
    if (!command && !event.altKey && event.key.length === 1) {
      done();
      this.edit(event.key);
    }
  }

  /** Opens the editor in the active cell: over what is there with a first letter, else with what is there. */
  private edit(letter: string | null): void {
    const { anchor } = this.selection;
    this.view.reveal(anchor);
    const element = this.view.cellAt(anchor);
    const cell = this.activeCell();
    if (element === null || cell === undefined) return;
    if (cell.dropDown?.checkbox === true) return void this.toggle(anchor);
    this.card.hidden = true;
    this.view.keep(anchor.row);
    this.editor.start(element, nameOf(anchor.row, anchor.column), {
      old: cell.edit,
      start: letter ?? cell.edit,
      over: letter !== null,
      dropDown: cell.dropDown,
      typed: (words) => this.around.typed(words),
      done: (words, leaving) => {
        this.view.keep(null);
        if (words === null) this.announce();
        else void this.write(words);
        this.leave(leaving);
      },
    });
    if (letter !== null) this.around.typed(letter);
  }

  private async write(words: string): Promise<void> {
    const { row, column } = this.selection.anchor;
    const { name } = this.sheet;
    const old = this.activeCell()?.edit ?? '';
    if (await this.around.perform({ act: 'type', sheet: name, row, column, words })) this.undos.push({ sheet: name, row, column, words: [[old]] });
  }

  private toggle({ row, column }: Place): boolean {
    const cell = this.store.at(row, column);
    if (cell?.dropDown?.checkbox !== true) return false;
    void this.around.perform({ act: 'type', sheet: this.sheet.name, row, column, words: cell.text === 'TRUE' ? 'FALSE' : 'TRUE' });
    return true;
  }

  private async clear(): Promise<void> {
    const range = rectangleOf(this.selection, this.sheet);
    const old = this.textsOf(range, (cell) => cell.edit);
    const { name } = this.sheet;
    if ((await this.around.perform({ act: 'clear', sheet: name, range })) && old !== null) this.undos.push({ sheet: name, row: range.row, column: range.column, words: old });
  }

  private async undo(): Promise<void> {
    const last = this.undos.pop();
    if (last !== undefined) await this.around.perform({ act: 'enter', ...last });
  }

  /** The texts of a range as far as the sheet is filled; null where it is too large or not all there. */
  private textsOf({ row, column, rows, columns }: Rectangle, textOf: (cell: Cell) => string): string[][] | null {
    const height = Math.max(1, Math.min(rows, this.sheet.filled - row));
    if (height * columns > MOST_UNDONE * 10) return null;
    const hidden = new Set(this.sheet.hiddenRows);
    const texts: string[][] = [];
    for (let r = row; r < row + height; r += 1) {
      if (hidden.has(r) && rows > 1) continue;
      const line: string[] = [];
      for (let c = column; c < column + columns; c += 1) {
        const cell = this.store.at(r, c);
        if (cell === undefined) return null;
        line.push(textOf(cell));
      }
      texts.push(line);
    }
    return texts;
  }

  private copy(event: ClipboardEvent, cut: boolean): void {
    if (document.activeElement !== this.view.element) return;
    const range = rectangleOf(this.selection, this.sheet);
    const texts = this.textsOf(range, (cell) => cell.text);
    event.preventDefault();
    if (texts === null) return;
    const text = toTabText(texts);
    event.clipboardData?.setData('text/plain', text);
    this.copied = { sheet: this.sheet.name, range: { ...range, rows: Math.min(range.rows, Math.max(1, this.sheet.filled - range.row)) }, text, cut };
    this.view.select(this.selection, this.copiedHere());
  }

  private async paste(event: ClipboardEvent): Promise<void> {
    if (document.activeElement !== this.view.element) return;
    event.preventDefault();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text === '') return;
    const target = rectangleOf(this.selection, this.sheet);
    const { name } = this.sheet;
    const { copied } = this;
    const words = fromTabText(text);
    const one = words.length === 1 && words[0]?.length === 1;
    const old = this.textsOf({ ...target, rows: Math.max(target.rows, words.length), columns: Math.max(target.columns, words[0]?.length ?? 1) }, (cell) => cell.edit);
    const fill = one && target.rows * target.columns > 1 && target.rows * target.columns <= MOST_UNDONE;
    if (copied !== null && copied.text.replace(/\r\n/g, '\n') === text.replace(/\r\n/g, '\n') && !fill) {
      const { sheet, range, cut } = copied;
      await this.around.perform({ act: 'copy', from: { sheet, range }, sheet: name, row: target.row, column: target.column, cut });
      if (cut) this.copied = null;
    } else {
      const all = fill ? Array.from({ length: target.rows }, () => Array.from({ length: target.columns }, () => words[0]?.[0] ?? '')) : words;
      const done = await this.around.perform({ act: 'enter', sheet: name, row: target.row, column: target.column, words: all });
      if (done && old !== null) this.undos.push({ sheet: name, row: target.row, column: target.column, words: old });
    }
    this.view.select(this.selection, this.copiedHere());
  }

  private press(event: PointerEvent): void {
    const { target } = event;
    if (!(target instanceof Element) || event.button !== 0) return;
    if (target.closest('.editor') !== null) return;
    const menuOf = target.closest<HTMLElement>('[data-column-menu]');
    if (menuOf !== null) {
      event.preventDefault();
      return this.columnMenu(menuOf, Number(menuOf.dataset['columnMenu']));
    }
    const edge = target.closest<HTMLElement>('[data-column-edge]');
    if (edge !== null) return this.resize(event, Number(edge.dataset['columnEdge']));
    const place = placeOf(target);
    const columnHead = target.closest<HTMLElement>('[data-column-head]');
    const rowHead = target.closest<HTMLElement>('[data-row-head]');
    const extend = event.shiftKey;
    const besides = event.ctrlKey || event.metaKey ? rangesOf(this.selection, this.sheet) : [];
    this.tabFrom = null;
    if (target.closest('[data-corner]') !== null) {
      this.select({ anchor: this.selection.anchor, head: this.selection.anchor, kind: 'all', others: [] }, { reveal: false });
    } else if (columnHead !== null) {
      const column = Number(columnHead.dataset['columnHead']);
      this.dragging = 'columns';
      this.select(extend ? { ...this.selection, kind: 'columns', head: { row: 0, column } } : { anchor: { row: 0, column }, head: { row: 0, column }, kind: 'columns', others: besides }, { reveal: false });
    } else if (rowHead !== null) {
      const row = Number(rowHead.dataset['rowHead']);
      this.dragging = 'rows';
      this.select(extend ? { ...this.selection, kind: 'rows', head: { row, column: 0 } } : { anchor: { row, column: 0 }, head: { row, column: 0 }, kind: 'rows', others: besides }, { reveal: false });
    } else if (place !== null) {
      if (target.closest('a') !== null && besides.length === 0 && !event.ctrlKey) event.preventDefault();
      const again = place.row === this.selection.anchor.row && place.column === this.selection.anchor.column && this.selection.kind === 'cells';
      this.dragging = event.pointerType === 'touch' ? null : 'cells';
      this.select(extend ? { ...this.selection, head: place } : { ...cellSelection(place.row, place.column), others: besides }, { reveal: false });
      if (target.closest('.box') !== null) this.toggle(place);
      else if (target.closest('.chevron') !== null || (again && event.pointerType === 'touch')) {
        event.preventDefault();
        this.view.reveal(place);
        return this.edit(null);
      }
      this.showCard(place);
    } else return;
    this.focus();
    if (event.pointerType !== 'touch') event.preventDefault();
  }

  private drag(event: PointerEvent): void {
    if (this.dragging === null || event.buttons !== 1 || !(event.target instanceof Element)) return;
    const place = placeOf(event.target);
    const row = place?.row ?? event.target.closest<HTMLElement>('[data-row-head]')?.dataset['rowHead'];
    const column = place?.column ?? event.target.closest<HTMLElement>('[data-column-head]')?.dataset['columnHead'];
    const { head } = this.selection;
    const next = { row: row === undefined || this.dragging === 'columns' ? head.row : Number(row), column: column === undefined || this.dragging === 'rows' ? head.column : Number(column) };
    if (next.row !== head.row || next.column !== head.column) this.select({ ...this.selection, head: next });
  }

  private resize(event: PointerEvent, column: number): void {
    const shown = this.layout?.columnAt(column);
    if (shown === undefined) return;
    event.preventDefault();
    const { sheet } = this;
    const sign = sheet.rightToLeft ? -1 : 1;
    let pixels = shown.width;
    const moved = (next: PointerEvent): void => {
      pixels = Math.max(24, shown.width + sign * (next.clientX - event.clientX));
      this.layout = new Layout({ ...sheet, widths: [...sheet.widths.filter(([other]) => other !== column), [column, pixels]] }, this.showHidden);
      this.view.show(this.layout, this.store, sheet.name);
    };
    window.addEventListener('pointermove', moved);
    window.addEventListener(
      'pointerup',
      () => {
        window.removeEventListener('pointermove', moved);
        if (pixels !== shown.width) void this.around.perform({ act: 'width', sheet: sheet.name, column, pixels });
      },
      { once: true },
    );
  }

  private fitColumn(column: number): void {
    const texts = [...this.view.element.querySelectorAll<HTMLElement>(`.cell[data-column="${column}"] > :first-child`)];
    const pixels = Math.max(60, ...texts.map((text) => text.scrollWidth + 26));
    void this.around.perform({ act: 'width', sheet: this.sheet.name, column, pixels: Math.min(600, pixels) });
  }

  private columnMenu(button: HTMLElement, column: number): void {
    const { name } = this.sheet;
    const sort = (ascending: boolean) => (): void => void this.around.perform({ act: 'sort', sheet: name, column, ascending });
    openMenu(button, [{ label: say('sortUp'), chosen: sort(true) }, { label: say('sortDown'), chosen: sort(false) }], { label: say('columnMenu') });
  }

  private context(event: MouseEvent): void {
    const rowHead = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row-head]') : null;
    const columnHead = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-column-head]') : null;
    const place = rowHead === null ? placeOf(event.target) : { row: Number(rowHead.dataset['rowHead']), column: 0 };
    if (columnHead !== null) {
      event.preventDefault();
      return this.columnMenu(columnHead, Number(columnHead.dataset['columnHead']));
    }
    if (place === null || this.editor.open) return;
    event.preventDefault();
    const { name } = this.sheet;
    const range = rectangleOf(this.selection, this.sheet);
    const inside = place.row >= range.row && place.row < range.row + range.rows;
    if (!inside) this.select(cellSelection(place.row, place.column), { reveal: false });
    const [row, count] = inside && this.selection.kind !== 'all' && this.selection.kind !== 'columns' ? [range.row, range.rows] : [place.row, 1];
    openMenu(
      { x: event.clientX, y: event.clientY },
      [
        { label: say('clear'), chosen: () => void this.clear() },
        null,
        { label: say('insertAbove'), chosen: () => void this.around.perform({ act: 'insertRows', sheet: name, row, count }) },
        { label: `${say('deleteRows')} ${count === 1 ? row + 1 : `${row + 1}–${row + count}`}`, chosen: () => void this.around.perform({ act: 'deleteRows', sheet: name, row, count }) },
      ],
      { label: say('row') },
    );
  }

  private hover(event: PointerEvent): void {
    const place = event.pointerType === 'mouse' ? placeOf(event.target) : null;
    if (place === null || this.editor.open) return;
    const cell = this.store.at(place.row, place.column);
    if (cell?.note !== null && cell?.note !== undefined) this.showCard(place);
    else if (cell?.link === null || cell === undefined) this.card.hidden = true;
  }

  /** A note, or where a link leads, beside its cell. */
  private showCard(place: Place): void {
    const cell = this.store.at(place.row, place.column);
    const element = this.view.cellAt(place);
    if (cell === undefined || element === null || (cell.note === null && cell.link === null)) {
      this.card.hidden = true;
      return;
    }
    this.card.replaceChildren(
      ...(cell.note === null ? [] : [h('p', { textContent: cell.note, dir: 'auto' })]),
      ...(cell.link === null ? [] : [h('a', { href: cell.link, target: '_blank', rel: 'noopener noreferrer', textContent: `${say('openLink')} ↗`, title: cell.link })]),
    );
    this.card.hidden = false;
    const { left, right, bottom, top } = element.getBoundingClientRect();
    const { width, height } = this.card.getBoundingClientRect();
    const beside = right + 6 + width < window.innerWidth && cell.link === null;
    this.card.style.left = `${beside ? right + 6 : Math.max(4, Math.min(left, window.innerWidth - width - 4))}px`;
    this.card.style.top = `${beside ? top : bottom + 2 + height < window.innerHeight ? bottom + 2 : top - height - 2}px`;
  }
}

function placeOf(target: EventTarget | null): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('.cell') : null;
  return cell === null ? null : { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}
