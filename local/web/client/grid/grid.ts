import type { ChangedCells } from '../../protocol/cells';
import type { SheetView } from '../../protocol/sheets';
import { h } from '../h';
import { Board } from './board';
import { drawCharts } from './charts';
import { listenForClipboard } from './clipboard';
import { listenForWidths } from './column-width';
import { listenForKeys } from './keyboard';
import { GridMenus } from './menus';
import { NoteCard } from './note-card';
import { listenForPointer } from './pointer';
import type { Surroundings } from './surroundings';
import { Typing } from './typing';

/** The sheet that one works in: select, type, choose, copy, paste, sort, filter, by mouse, finger and keyboard. */
export class Grid {
  private readonly board: Board;
  private readonly typing: Typing;
  /** A picture of figures that stand in the cells, where readers find them. */
  private readonly charts = h('div', { className: 'charts', ariaHidden: 'true' });

  constructor(around: Surroundings) {
    this.board = new Board(around);
    this.typing = new Typing(this.board, around);
    const menus = new GridMenus(this.board, this.typing, around);
    new NoteCard(this.board, this.typing);
    listenForKeys(this.board, this.typing, menus);
    listenForPointer(this.board, this.typing, menus);
    listenForWidths(this.board);
    listenForClipboard(this.board);
    this.element.querySelector('.lines')?.append(this.charts);
  }

  get element(): HTMLElement {
    return this.board.view.element;
  }

  /** Shows a sheet as it is now. */
  show(sheet: SheetView, { showHidden }: { readonly showHidden: boolean }): void {
    if (this.board.open && this.board.sheet.name !== sheet.name) this.typing.end();
    this.board.show(sheet, { showHidden });
    this.charts.replaceChildren(...drawCharts(sheet.charts, this.board.layout));
  }

  /** Lights up what an act changed in the sheet that shows. */
  flash(changes: readonly ChangedCells[]): void {
    const change = changes.find(({ sheet }) => sheet === this.board.sheet.name);
    if (change !== undefined && change.runs.length > 0) this.board.view.flash(change.runs);
  }

  /** Forgets all cells, as where another workbook lies open. */
  forget(): void {
    this.board.forget();
  }

  /** Another room for the same sheet, as where the sidebar comes or goes. */
  refit(): void {
    this.board.view.later();
  }

  focus(): void {
    this.board.focus();
  }

  /** Puts words into the active cell, typed elsewhere; null leaves it as it is. */
  async enter(words: string | null): Promise<void> {
    await this.typing.enter(words);
  }
}
