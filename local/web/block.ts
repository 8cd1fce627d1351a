import { attributesAt, valueAt } from '../cells/sheet';
import { displayText } from '../cells/number-format';
import type { CellAttributes, CellValue, DropDown, Sheet } from '../workbook/model';
import { conditionalStyles } from './conditional-styles';
import { editText } from './edit-text';
import type { Block, CellStyle, CellView, DropDownView, RichCell } from './protocol/cells';

/** Rows of a sheet as the page draws them; styles and drop-downs once each. */
export function blockOf(sheet: Sheet, from: number, count: number, looks: { readonly locale: string; readonly revision: number; readonly today: number }): Block {
  const styles = new Interned<CellStyle>();
  const dropDowns = new Interned<DropDownView>();
  const conditional = conditionalStyles(sheet, looks.today);
  const rows: CellView[][] = [];
  const end = Math.min(sheet.maxRows, from + count);
  for (let row = from; row < end; row += 1) {
    const width = Math.min(sheet.maxColumns, Math.max(sheet.values[row]?.length ?? 0, sheet.attributes[row]?.length ?? 0, conditional.width));
    const cells: CellView[] = [];
    for (let column = 0; column < width; column += 1) {
      const style = styleOf(attributesAt(sheet, row, column), conditional.at(row, column));
      cells.push(cellView(valueAt(sheet, row, column), attributesAt(sheet, row, column), looks.locale, style === null ? undefined : styles.index(style), dropDowns));
    }
    while (cells.length > 0 && cells[cells.length - 1] === '') cells.pop();
    rows.push(cells);
  }
  return { sheet: sheet.name, revision: looks.revision, from, rows, styles: styles.items, dropDowns: dropDowns.items };
}

function cellView(value: CellValue, attributes: CellAttributes | undefined, locale: string, style: number | undefined, dropDowns: Interned<DropDownView>): CellView {
  const shown = displayText(value, attributes?.format, locale);
  const edited = editText(value, attributes, locale);
  const kind = typeof value === 'number' ? 'n' : typeof value === 'boolean' ? 'b' : typeof value === 'object' && value !== null ? 'e' : undefined;
  const link = attributes?.link ?? linkOf(attributes?.formula);
  const dropDown = attributes?.dropDown;
  const rich: RichCell = {
    t: shown,
    ...(edited === shown ? {} : { e: edited }),
    ...(kind === undefined ? {} : { k: kind }),
    ...(attributes?.note === undefined || attributes.note === '' ? {} : { note: attributes.note }),
    ...(link === undefined ? {} : { link }),
    ...(dropDown === undefined ? {} : { d: dropDowns.index(viewOf(dropDown)) }),
    ...(style === undefined ? {} : { s: style }),
  };
  return Object.keys(rich).length === 1 ? shown : rich;
}

/** The address of a HYPERLINK formula that names one. */
const linkOf = (formula: string | undefined): string | undefined => /^=\s*HYPERLINK\(\s*"((?:https?:|mailto:|tel:)[^"]*)"/i.exec(formula ?? '')?.[1];

const viewOf = ({ values, allowInvalid, help, checkbox }: DropDown): DropDownView => ({ values, allowInvalid, help, checkbox });

function styleOf(attributes: CellAttributes | undefined, conditional: CellStyle | null): CellStyle | null {
  const { background, fontColor, bold, italic, fontLine, fontSize, align } = attributes ?? {};
  const style: CellStyle = {
    ...(background === undefined ? {} : { background }),
    ...(fontColor === undefined ? {} : { color: fontColor }),
    ...(bold === true ? { bold } : {}),
    ...(italic === true ? { italic } : {}),
    ...(fontLine === undefined ? {} : { line: fontLine }),
    ...(fontSize === undefined || fontSize === 10 ? {} : { size: fontSize }),
    ...(align === undefined ? {} : { align }),
    ...conditional,
  };
  return Object.keys(style).length === 0 ? null : style;
}

/** A list in which equal things stand once. */
class Interned<T> {
  readonly items: T[] = [];
  private readonly known = new Map<string, number>();

  index(item: T): number {
    const key = JSON.stringify(item);
    let index = this.known.get(key);
    if (index === undefined) {
      index = this.items.push(item) - 1;
      this.known.set(key, index);
    }
    return index;
  }
}
