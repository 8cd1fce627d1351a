import { h, svg } from '../h';
import type { Cell } from './cell-store';
import type { ShownColumn } from './layout';

/** A cell as an element: its text in its own direction, numbers and dates left to right, the marks of notes, links and drop-downs. */
export function drawCell(cell: Cell | undefined, { column, x, width, frozen }: ShownColumn, row: number): HTMLElement {
  const element = h('div', { className: 'cell', attrs: { role: 'gridcell', id: `cell-${row}-${column}`, 'aria-colindex': String(column + 1), 'data-row': String(row), 'data-column': String(column) } });
  element.style.width = `${width}px`;
  if (!frozen) element.style.insetInlineStart = `${x}px`;
  if (cell === undefined) {
    element.classList.add('waiting');
    return element;
  }
  if (cell.text === '' && cell.style === null && cell.note === null && cell.dropDown === null) return element;
  const { style, dropDown } = cell;
  if (dropDown?.checkbox === true) element.append(checkbox(cell.text === 'TRUE'));
  else if (cell.link !== null) element.append(h('a', { textContent: cell.text, href: cell.link, target: '_blank', rel: 'noopener noreferrer', tabIndex: -1, dir: 'auto' }));
  else if (cell.text !== '') element.append(h('span', { textContent: cell.text, dir: cell.kind === 't' ? 'auto' : 'ltr' }));
  if (cell.kind !== 't') element.classList.add(cell.kind === 'n' ? 'number' : cell.kind === 'e' ? 'error' : 'flag');
  if (dropDown !== null && !dropDown.checkbox) {
    element.classList.add('choice');
    if (cell.text === '') element.classList.add('blank');
    element.append(svg('svg', { viewBox: '0 0 12 12', class: 'chevron', 'aria-hidden': 'true' }, svg('path', { d: 'M3 4.500 6 7.500 9 4.500' })));
    if (cell.text !== '' && !dropDown.values.includes(cell.text)) element.classList.add('unlisted');
  }
  if (cell.note !== null) element.classList.add('noted');
  if (style !== null) {
    if (style.background !== undefined) element.style.backgroundColor = style.background;
    if (style.color !== undefined) element.style.color = style.color;
    if (style.bold === true) element.style.fontWeight = '600';
    if (style.italic === true) element.style.fontStyle = 'italic';
    if (style.line !== undefined) element.style.textDecoration = style.line;
    if (style.size !== undefined) element.style.fontSize = `${Math.min(style.size * 1.3, 20)}px`;
    if (style.align !== undefined) element.style.textAlign = style.align;
  }
  return element;
}

const checkbox = (checked: boolean): HTMLElement => h('span', { className: checked ? 'box checked' : 'box', attrs: { role: 'checkbox', 'aria-checked': String(checked) }, textContent: checked ? '✓' : '' });
