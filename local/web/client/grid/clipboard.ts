import type { Rectangle } from '../../protocol/cells';
import type { Board } from './board';
import { rectangleOf } from './selection';
import { fromTabText, toTabText } from './tab-text';

/** Cells that are copied, or filled with one text, at once. */
const MOST_COPIED = 200_000;
const MOST_FILLED = 20_000;

/** Listens for copy, cut and paste while the grid has the focus. */
export function listenForClipboard(board: Board): void {
  const here = (): boolean => document.activeElement === board.view.element && board.open;
  document.addEventListener('copy', (event) => here() && copy(event, board, false));
  document.addEventListener('cut', (event) => here() && copy(event, board, true));
  document.addEventListener('paste', (event) => void (here() && paste(event, board)));
}

function copy(event: ClipboardEvent, board: Board, cut: boolean): void {
  event.preventDefault();
  const { range, sheet } = board;
  const texts = textsOf(board, range);
  if (texts === null) return;
  const text = toTabText(texts);
  event.clipboardData?.setData('text/plain', text);
  board.copied = { sheet: sheet.name, range: { ...range, rows: Math.min(range.rows, Math.max(1, sheet.filled - range.row)) }, text, cut };
}

/** What shows in a range, as far as the sheet is filled and without hidden rows; null where it is too large or not all there. */
function textsOf(board: Board, { row, column, rows, columns }: Rectangle): string[][] | null {
  const height = Math.max(1, Math.min(rows, board.sheet.filled - row));
  if (height * columns > MOST_COPIED) return null;
  const hidden = new Set(rows > 1 ? board.sheet.hiddenRows : []);
  const texts: string[][] = [];
  for (let r = row; r < row + height; r += 1) {
    if (hidden.has(r)) continue;
    const line: string[] = [];
    for (let c = column; c < column + columns; c += 1) {
      const cell = board.at({ row: r, column: c });
      if (cell === undefined) return null;
      line.push(cell.text);
    }
    texts.push(line);
  }
  return texts;
}

async function paste(event: ClipboardEvent, board: Board): Promise<void> {
  event.preventDefault();
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (text === '') return;
  const { copied, sheet } = board;
  const target = rectangleOf(board.selection, sheet);
  const words = fromTabText(text);
  const cells = target.rows * target.columns;
  const fill = words.length === 1 && words[0]?.length === 1 && cells > 1 && cells <= MOST_FILLED;
  const place = { sheet: sheet.name, row: target.row, column: target.column };
  if (copied !== null && plain(copied.text) === plain(text) && !fill) {
    const { sheet: from, range, cut } = copied;
    if ((await board.perform({ act: 'copy', from: { sheet: from, range }, ...place, cut })) && cut) board.copied = null;
  } else {
    const filled = (): string[][] => Array.from({ length: target.rows }, () => Array.from({ length: target.columns }, () => words[0]?.[0] ?? ''));
    await board.perform({ act: 'enter', ...place, words: fill ? filled() : words });
  }
}

const plain = (text: string): string => text.replace(/\r\n/g, '\n');
