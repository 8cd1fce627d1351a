import type { Board } from './board';
import { Editor, type Leaving } from './editor';
import { nameOf } from './layout';
import { cellSelection, type Place } from './selection';
import type { Surroundings } from './surroundings';

/** What a person types into the active cell, ticks or empties, and where the selection goes after it. */
export class Typing {
  private readonly editor = new Editor();
  /** The column in which a row of Tabs began; Enter goes back to it. */
  private tabFrom: number | null = null;

  constructor(
    private readonly board: Board,
    private readonly around: Pick<Surroundings, 'typed'>,
  ) {}

  get open(): boolean {
    return this.editor.open;
  }

  /** Ends an edit that is open, with what stands there. */
  end(): void {
    this.editor.end(true);
  }

  /** The selection was taken elsewhere: Enter does not go back. */
  forgetTabs(): void {
    this.tabFrom = null;
  }

  /** Opens the editor in the active cell: over what is there with a first letter, else with what is there. */
  edit(letter: string | null): void {
    const { board } = this;
    const { anchor } = board.selection;
    board.view.reveal(anchor);
    const element = board.view.cellAt(anchor);
    const cell = board.activeCell();
    if (element === null || cell === undefined) return;
    if (cell.dropDown?.checkbox === true) return void this.toggle(anchor);
    board.view.keep(anchor.row);
    this.editor.start(element, nameOf(anchor.row, anchor.column), {
      old: cell.edit,
      start: letter ?? cell.edit,
      over: letter !== null,
      dropDown: cell.dropDown,
      typed: (words) => this.around.typed(words),
      done: (words, leaving) => {
        board.view.keep(null);
        if (words === null) this.around.typed(cell.edit);
        else void this.write(words);
        this.leave(leaving);
      },
    });
    if (letter !== null) this.around.typed(letter);
  }

  /** Puts words into the active cell; null, or what is there already, leaves it as it is. */
  async enter(words: string | null): Promise<void> {
    if (words !== null && words !== (this.board.activeCell()?.edit ?? '')) await this.write(words);
    this.board.focus();
  }

  /** Ticks a box or takes its tick away; false where there is none. */
  toggle(place: Place): boolean {
    const cell = this.board.at(place);
    if (cell?.dropDown?.checkbox !== true) return false;
    void this.board.perform({ act: 'type', sheet: this.board.sheet.name, ...place, words: cell.text === 'TRUE' ? 'FALSE' : 'TRUE' });
    return true;
  }

  async clear(): Promise<void> {
    await this.board.perform({ act: 'clear', sheet: this.board.sheet.name, range: this.board.range });
  }

  /** Takes the selection to the next cell, as the key that ended the edit says. */
  leave(leaving: Leaving): void {
    const { board } = this;
    const { layout } = board;
    const { row, column } = board.selection.anchor;
    if (leaving === 'next' || leaving === 'previous') {
      this.tabFrom ??= column;
      board.select(cellSelection(row, layout.step(column, leaving === 'next' ? 1 : -1)));
    } else if (leaving === 'down' || leaving === 'up') {
      board.select(cellSelection(layout.rowAt(Math.max(0, layout.lineOf(row) + (leaving === 'down' ? 1 : -1))), this.tabFrom ?? column));
      this.tabFrom = null;
    } else if (leaving !== 'stay') {
      const forward = (leaving === 'right') !== board.sheet.rightToLeft;
      board.select(cellSelection(row, layout.step(column, forward ? 1 : -1)));
    }
    board.focus();
  }

  private async write(words: string): Promise<void> {
    await this.board.perform({ act: 'type', sheet: this.board.sheet.name, ...this.board.selection.anchor, words });
  }
}
