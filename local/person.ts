import { displayText } from './cells/number-format';
import { attributesAt, sheetNamed, valueAt } from './cells/sheet';
import type { Host } from './host';
import { writeCells } from './services/sheets/write-cells';
import type { RangeState } from './services/sheets/area';
import { restyle } from './services/sheets/attributes';
import type { CellAttributes, CellValue, Sheet } from './workbook/model';

/** A cell of the clipboard. */
export interface Pasted {
  readonly value: CellValue;
  readonly attributes?: CellAttributes;
}

/** Somebody at the sheet: what they do changes the workbook at once and sets off the triggers that Google sets off. Rows and columns are 1-based. */
export class Person {
  constructor(private readonly host: Host) {}

  /** Opens the workbook: the simple onOpen runs, then the installed ones. */
  open(): void {
    if (this.host.entryPoints.has('onOpen')) this.host.call('onOpen', [], 'open');
    this.fireInstalled('open');
  }

  /** Types into one cell, `''` clears it. Strict validation refuses it, as the dialog at the sheet does. */
  type(sheetName: string, row: number, column: number, words: string): void {
    const sheet = this.sheet(sheetName);
    const range: RangeState = { sheet, row: row - 1, column: column - 1, rows: 1, columns: 1 };
    const old = eventText(valueAt(sheet, row - 1, column - 1));
    writeCells(range, [words === '' ? null : words], this.host);
    sheet.dirty = true;
    const value = eventText(valueAt(sheet, row - 1, column - 1));
    this.host.edit({ sheet: sheetName, row, column, ...(value === undefined ? {} : { value }), ...(old === undefined ? {} : { oldValue: old }) });
  }

  /** Pastes cells: values, formats, notes and drop-downs of the source replace those that were there. The event tells no old value. */
  paste(sheetName: string, row: number, column: number, cells: readonly (readonly Pasted[])[]): void {
    const sheet = this.sheet(sheetName);
    const rows = cells.length;
    const columns = Math.max(0, ...cells.map((line) => line.length));
    sheet.maxRows = Math.max(sheet.maxRows, row - 1 + rows);
    sheet.maxColumns = Math.max(sheet.maxColumns, column - 1 + columns);
    const area = { row: row - 1, column: column - 1, rows, columns };
    restyle(sheet, area, (r, c) => ({ ...BARE, ...cells[r]?.[c]?.attributes }));
    for (const [r, line] of cells.entries()) {
      for (const [c, { value }] of line.entries()) {
        const at = row - 1 + r;
        while (sheet.values.length <= at) sheet.values.push([]);
        const target = (sheet.values[at] ??= []);
        while (target.length < column - 1 + c) target.push(null);
        target[column - 1 + c] = value;
      }
    }
    sheet.dirty = true;
    const only = rows === 1 && columns === 1 ? eventText(cells[0]?.[0]?.value ?? null) : undefined;
    this.host.edit({ sheet: sheetName, row, column, rows, columns, ...(only === undefined ? {} : { value: only }) });
  }

  /** Selects cells of a sheet, which is the one looked at from then on. No event tells of it. */
  select(sheetName: string, row: number, column: number, rows = 1, columns = 1): void {
    this.sheet(sheetName);
    this.host.workbook.activeSheet = sheetName;
    this.host.selection = { sheet: sheetName, ranges: [{ row: row - 1, column: column - 1, rows, columns }] };
  }

  /** What a cell shows. */
  sees(sheetName: string, row: number, column: number): string {
    const sheet = this.sheet(sheetName);
    return displayText(valueAt(sheet, row - 1, column - 1), attributesAt(sheet, row - 1, column - 1)?.format, this.host.workbook.locale);
  }

  private fireInstalled(on: 'open'): void {
    for (const trigger of [...this.host.workbook.triggers]) if (trigger.on === on) this.host.fire(trigger.id);
  }

  private sheet(name: string): Sheet {
    const sheet = sheetNamed(this.host.workbook, name);
    if (sheet === null) throw new Error(`The workbook has no sheet ${name}`);
    return sheet;
  }
}

const BARE = {
  format: undefined, formula: undefined, note: undefined, dropDown: undefined, background: undefined, fontColor: undefined, bold: undefined,
  italic: undefined, fontLine: undefined, fontSize: undefined, align: undefined, verticalAlign: undefined, wrap: undefined, link: undefined,
};

/** A value as an edit's event carries it: always text, dates as serials; undefined for an empty cell. */
const eventText = (value: CellValue): string | undefined =>
  value === null ? undefined : typeof value === 'object' ? value.text : typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
