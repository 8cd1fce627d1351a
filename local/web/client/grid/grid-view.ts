import { h, icon } from '../h';
import { say } from '../words';
import type { CellStore } from './cell-store';
import { drawCell } from './draw-cell';
import { roomBeside, spill } from './spill';
import { HEAD_HEIGHT, HEAD_WIDTH, lettersOf, ROW_HEIGHT, type Layout, type ShownColumn } from './layout';
import { holds, rangesOf, type Place, type Selection } from './selection';

/** Lines drawn above and below what shows, so that a slow scroll finds them ready. */
const SPARE = 6;
const FLASH_MS = 1800;

/** The drawing of a sheet: only the cells that show, the header row and the frozen columns staying in their place. */
export class GridView {
  readonly element = h('div', { className: 'grid', tabIndex: 0, attrs: { role: 'grid', 'aria-multiselectable': 'true' } });
  private readonly heads = h('div', { className: 'heads', attrs: { role: 'row', 'aria-rowindex': '1' } });
  private readonly frozen = h('div', { className: 'frozen', attrs: { role: 'rowgroup' } });
  private readonly body = h('div', { className: 'lines', attrs: { role: 'rowgroup' } });
  private readonly canvas = h('div', { className: 'canvas', attrs: { role: 'presentation' } }, this.heads, this.frozen, this.body);
  private layout: Layout | null = null;
  private cells: CellStore | null = null;
  private selection: Selection | null = null;
  private copied: Parameters<typeof holds>[0] | null = null;
  private readonly rows = new Map<number, HTMLElement>();
  private drawnColumns = '';
  private waiting = false;
  /** A row that must stay because something is open in it. */
  private kept: number | null = null;
  private flashes = new Map<string, number>();

  constructor() {
    this.element.append(this.canvas);
    this.element.addEventListener('scroll', () => this.later(), { passive: true });
    new ResizeObserver(() => this.later()).observe(this.element);
  }

  show(layout: Layout, cells: CellStore, label: string): void {
    this.layout = layout;
    this.cells = cells;
    this.element.ariaLabel = label;
    this.element.dir = layout.sheet.rightToLeft ? 'rtl' : 'ltr';
    this.element.setAttribute('aria-rowcount', String(layout.sheet.rows + 1));
    this.element.setAttribute('aria-colcount', String(layout.sheet.columns + 1));
    this.canvas.style.width = `${layout.width + 24}px`;
    this.body.style.height = `${(layout.lines - layout.frozenLines) * ROW_HEIGHT + 24}px`;
    this.frozen.style.height = `${layout.frozenLines * ROW_HEIGHT}px`;
    this.redraw();
  }

  select(selection: Selection, copied: Parameters<typeof holds>[0] | null): void {
    this.selection = selection;
    this.copied = copied;
    this.mark();
  }

  /** Draws everything that shows anew. */
  redraw(): void {
    this.drawnColumns = '';
    this.draw();
  }

  later(): void {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      this.draw();
    });
  }

  keep(row: number | null): void {
    this.kept = row;
  }

  flash(runs: readonly (readonly [row: number, first: number, last: number])[]): void {
    const until = performance.now() + FLASH_MS;
    for (const [row, first, last] of runs) for (let column = first; column <= last; column += 1) this.flashes.set(`${row}-${column}`, until);
    this.redraw();
    setTimeout(() => {
      for (const [key, end] of this.flashes) if (end <= performance.now()) this.flashes.delete(key);
      for (const cell of this.element.querySelectorAll('.flash')) cell.classList.remove('flash');
    }, FLASH_MS + 50);
  }

  cellAt({ row, column }: Place): HTMLElement | null {
    return this.element.querySelector(`#cell-${row}-${column}`);
  }

  /** Scrolls so that a cell shows whole. */
  reveal({ row, column }: Place): void {
    const { layout, element } = this;
    if (layout === null) return;
    const line = layout.lineOf(row);
    if (line >= layout.frozenLines) {
      const top = (line - layout.frozenLines) * ROW_HEIGHT;
      const room = element.clientHeight - HEAD_HEIGHT - layout.frozenLines * ROW_HEIGHT;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (top + ROW_HEIGHT > element.scrollTop + room) element.scrollTop = top + ROW_HEIGHT - room;
    }
    const shown = layout.columnAt(column);
    if (shown !== undefined && !shown.frozen) {
      const sign = layout.sheet.rightToLeft ? -1 : 1;
      const left = Math.abs(element.scrollLeft);
      if (shown.x - layout.frozenWidth < left) element.scrollLeft = sign * (shown.x - layout.frozenWidth);
      else if (shown.x + shown.width > left + element.clientWidth) element.scrollLeft = sign * Math.min(shown.x - layout.frozenWidth, shown.x + shown.width - element.clientWidth + 4);
    }
    this.draw();
  }

  /** Lines that fit on the page. */
  get pageLines(): number {
    return Math.max(1, Math.floor((this.element.clientHeight - HEAD_HEIGHT) / ROW_HEIGHT) - (this.layout?.frozenLines ?? 0) - 1);
  }

  private draw(): void {
    const { layout, cells, element } = this;
    if (layout === null || cells === null) return;
    const left = Math.abs(element.scrollLeft);
    const columns = layout.columnsBetween(left + layout.frozenWidth - 60, left + element.clientWidth + 60);
    const signature = columns.map(({ column }) => column).join();
    if (signature !== this.drawnColumns) {
      this.drawnColumns = signature;
      // The cell that is being typed into must not go.
      for (const [row, drawn] of this.rows) {
        if (row === this.kept) continue;
        drawn.remove();
        this.rows.delete(row);
      }
      this.drawHeads(columns);
    }
    const first = Math.max(layout.frozenLines, layout.frozenLines + Math.floor(element.scrollTop / ROW_HEIGHT) - SPARE);
    const last = Math.min(layout.lines - 1, first + Math.ceil(element.clientHeight / ROW_HEIGHT) + 2 * SPARE);
    const wanted = new Set<number>();
    for (let line = 0; line < layout.frozenLines; line += 1) wanted.add(layout.rowAt(line));
    for (let line = first; line <= last; line += 1) wanted.add(layout.rowAt(line));
    for (const [row, drawn] of this.rows) {
      if (wanted.has(row) || row === this.kept) continue;
      drawn.remove();
      this.rows.delete(row);
    }
    cells.want(layout.rowAt(first), layout.rowAt(last));
    for (const row of wanted) if (!this.rows.has(row)) this.drawRow(row, columns, layout, cells);
    this.mark();
  }

  private drawRow(row: number, columns: readonly ShownColumn[], layout: Layout, cells: CellStore): void {
    const line = layout.lineOf(row);
    const frozen = line < layout.frozenLines;
    const head = h('div', { className: layout.gapBefore(row) ? 'row-head gap' : 'row-head', textContent: String(row + 1), attrs: { role: 'rowheader', 'data-row-head': String(row) } });
    const drawn = (column: ShownColumn): HTMLElement => {
      const cell = drawCell(cells.at(row, column.column), column, row);
      spill(cell, roomBeside(row, column, columns, cells), column);
      const filter = layout.filterAt({ row, column: column.column });
      if (filter !== null) cell.append(filterButton(column.column, filter));
      if (this.flashes.has(`${row}-${column.column}`)) cell.classList.add('flash');
      return cell;
    };
    const pin = h('div', { className: 'pin', attrs: { role: 'presentation' } }, head, ...layout.columns.filter((column) => column.frozen).map(drawn));
    pin.style.width = `${layout.frozenWidth}px`;
    const element = h('div', { className: row % 2 === 0 ? 'row' : 'row odd', attrs: { role: 'row', 'aria-rowindex': String(row + 2) } }, pin, ...columns.map(drawn));
    element.style.top = `${(frozen ? line : line - layout.frozenLines) * ROW_HEIGHT}px`;
    (frozen ? this.frozen : this.body).append(element);
    this.rows.set(row, element);
  }

  private drawHeads(columns: readonly ShownColumn[]): void {
    const { layout } = this;
    if (layout === null) return;
    const head = ({ column, x, width, frozen, gap }: ShownColumn): HTMLElement => {
      const element = h(
        'div',
        { className: gap ? 'column-head gap' : 'column-head', attrs: { role: 'columnheader', 'data-column-head': String(column), 'aria-colindex': String(column + 1) } },
        h('span', { textContent: lettersOf(column) }),
        h('button', { type: 'button', tabIndex: -1, className: 'column-menu', ariaLabel: lettersOf(column), textContent: '▾', attrs: { 'data-column-menu': String(column) } }),
        h('span', { className: 'column-edge', attrs: { 'data-column-edge': String(column) } }),
      );
      element.style.width = `${width}px`;
      if (!frozen) element.style.insetInlineStart = `${x}px`;
      return element;
    };
    const corner = h('div', { className: 'corner', attrs: { role: 'columnheader', 'data-corner': '', 'aria-label': '#' } });
    const pin = h('div', { className: 'pin', attrs: { role: 'presentation' } }, corner, ...layout.columns.filter(({ frozen }) => frozen).map(head));
    pin.style.width = `${layout.frozenWidth}px`;
    this.heads.replaceChildren(pin, ...columns.map(head));
    this.canvas.style.setProperty('--head-width', `${HEAD_WIDTH}px`);
    this.frozen.classList.toggle('some', layout.frozenLines > 0);
    this.canvas.classList.toggle('pinned', layout.sheet.frozenColumns > 0);
  }

  /** Puts the marks of the selection on what is drawn. */
  private mark(): void {
    const { layout, selection } = this;
    if (layout === null || selection === null) return;
    const ranges = rangesOf(selection, layout.sheet);
    const single = ranges.length === 1 && ranges[0] !== undefined && ranges[0].rows * ranges[0].columns === 1;
    for (const [row, element] of this.rows) {
      for (const cell of element.querySelectorAll<HTMLElement>('.cell')) {
        const place = { row, column: Number(cell.dataset['column']) };
        const active = row === selection.anchor.row && place.column === selection.anchor.column;
        const within = !single && ranges.some((range) => holds(range, place));
        cell.classList.toggle('active', active);
        cell.classList.toggle('within', within);
        cell.classList.toggle('copied', this.copied !== null && holds(this.copied, place));
        if (active || within) cell.setAttribute('aria-selected', 'true');
        else cell.removeAttribute('aria-selected');
      }
      element.querySelector('.row-head')?.classList.toggle('lit', ranges.some((range) => row >= range.row && row < range.row + range.rows));
    }
    for (const head of this.heads.querySelectorAll<HTMLElement>('.column-head')) {
      const column = Number(head.dataset['columnHead']);
      head.classList.toggle('lit', ranges.some((range) => column >= range.column && column < range.column + range.columns));
    }
    this.element.setAttribute('aria-activedescendant', `cell-${selection.anchor.row}-${selection.anchor.column}`);
  }
}

const filterButton = (column: number, kind: 'whole' | 'choosing'): HTMLElement =>
  h(
    'button',
    { type: 'button', tabIndex: -1, className: `filter-button ${kind}`, ariaLabel: `${say('filterOf')} ${lettersOf(column)}`, attrs: { 'data-filter': String(column), 'aria-haspopup': 'dialog', 'aria-pressed': String(kind === 'choosing') } },
    icon('filter'),
  );
