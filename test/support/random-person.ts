import { headerOf, putAttributes, putValue } from '../../local/cells/sheet';
import type { CellAttributes, CellValue, Sheet, Workbook } from '../../local/workbook/model';
import { randomOf } from '../../local/sample/random';
import { sheetOf } from './shop';

/** Someone at the sheets who sorts, inserts, deletes, moves columns and writes notes, whenever they are let. What they do follows from the seed. */
export interface RandomPerson {
  /** Does one thing or another to the workbook. */
  readonly act: (workbook: Workbook) => void;
  /** What was typed, by address: the Note, and the person's own column. */
  readonly notes: ReadonlyMap<string, string>;
  readonly own: ReadonlyMap<string, string>;
  /** The header that the person's own column has by now. */
  readonly ownHeader: () => string;
  /** How many things were done. */
  readonly deeds: () => number;
}

const words = ['likes =Syrah', '00123', '1-2', 'TRUE', '+972501234567', '=1+1', 'call on Sunday', "it's fine"];

export function randomPerson(seed: string): RandomPerson {
  const random = randomOf(seed);
  const upTo = (count: number): number => Math.floor(random.next() * count);
  const notes = new Map<string, string>();
  const own = new Map<string, string>();
  let ownHeader = 'VIP';
  let deeds = 0;

  const contactRows = (sheet: Sheet): number[] => {
    const email = headerOf(sheet).indexOf('Email');
    return sheet.values.flatMap((cells, row) => (row > 0 && typeof cells[email] === 'string' ? [row] : []));
  };
  const addressAt = (sheet: Sheet, row: number): string => String(sheet.values[row]?.[headerOf(sheet).indexOf('Email')]);

  const writeBeside = (sheet: Sheet, header: string, kept: Map<string, string>): void => {
    const rows = contactRows(sheet);
    const row = rows[upTo(rows.length)];
    if (row === undefined) return;
    let column = headerOf(sheet).indexOf(header);
    if (column < 0) {
      column = headerOf(sheet).length;
      sheet.maxColumns = Math.max(sheet.maxColumns, column + 1);
      putValue(sheet, 0, column, header);
    }
    const text = `${words[upTo(words.length)] ?? ''} ${deeds}`;
    kept.set(addressAt(sheet, row), text);
    putValue(sheet, row, column, text);
    putAttributes(sheet, row, column, { format: '@', background: '#ffeecc' });
  };
  const sort = (sheet: Sheet): void => {
    const column = upTo(headerOf(sheet).length);
    const down = random.next() < 0.5 ? -1 : 1;
    const lines = sheet.values.slice(1).map((cells, i) => ({ cells, attributes: sheet.attributes[i + 1] ?? [] }));
    const blank = (cell: CellValue | undefined): boolean => cell === null || cell === undefined;
    lines.sort((a, b) => {
      const [x, y] = [a.cells[column], b.cells[column]];
      if (blank(x) || blank(y)) return Number(blank(x)) - Number(blank(y));
      return String(x) < String(y) ? -down : String(x) > String(y) ? down : 0;
    });
    sheet.values = [sheet.values[0] ?? [], ...lines.map(({ cells }) => cells)];
    sheet.attributes = [sheet.attributes[0] ?? [], ...lines.map(({ attributes }) => attributes), ...sheet.attributes.slice(lines.length + 1)];
  };
  const insertRow = (sheet: Sheet): void => {
    const at = 1 + upTo(Math.max(1, sheet.values.length));
    const above: (CellAttributes | undefined)[] = at > 1 ? (sheet.attributes[at - 1] ?? []).map((one) => (one?.format === undefined ? undefined : { format: one.format })) : [];
    while (sheet.attributes.length < at) sheet.attributes.push([]);
    while (sheet.values.length < at) sheet.values.push([]);
    sheet.values.splice(at, 0, []);
    sheet.attributes.splice(at, 0, above);
    sheet.maxRows += 1;
  };
  const deleteContact = (sheet: Sheet): void => {
    const rows = contactRows(sheet);
    const row = rows[upTo(rows.length)];
    if (row === undefined || rows.length < 5) return;
    notes.delete(addressAt(sheet, row));
    own.delete(addressAt(sheet, row));
    deleteAt(sheet, row);
  };
  const deleteBlankRow = (sheet: Sheet): void => {
    const blank = sheet.values.findIndex((cells, row) => row > 0 && cells.every((cell) => cell === null));
    if (blank > 0) deleteAt(sheet, blank);
  };
  const deleteAt = (sheet: Sheet, row: number): void => {
    sheet.values.splice(row, 1);
    sheet.attributes.splice(row, 1);
    sheet.maxRows -= 1;
  };
  const swapColumns = (sheet: Sheet): void => {
    const width = headerOf(sheet).length;
    const [a, b] = [upTo(width), upTo(width)];
    for (const lines of [sheet.values, sheet.attributes]) {
      for (const line of lines as unknown[][]) {
        while (line.length < width) line.push(lines === (sheet.values as unknown) ? null : undefined);
        [line[a], line[b]] = [line[b], line[a]];
      }
    }
  };
  const rename = (sheet: Sheet): void => {
    const column = headerOf(sheet).indexOf(ownHeader);
    if (column < 0) return;
    ownHeader = ownHeader === 'VIP' ? 'Club' : 'VIP';
    putValue(sheet, 0, column, ownHeader);
  };

  return {
    notes,
    own,
    ownHeader: () => ownHeader,
    deeds: () => deeds,
    act(workbook) {
      if (!workbook.sheets.some(({ name }) => name === 'Contacts')) return;
      const contacts = sheetOf(workbook, 'Contacts');
      if (contacts.values.length < 2) return;
      const other = sheetOf(workbook, random.next() < 0.5 ? 'CRM Tasks' : 'Contacts');
      deeds += 1;
      const deed = upTo(9);
      if (deed <= 1) sort(other);
      else if (deed === 2) insertRow(other);
      else if (deed === 3) deleteBlankRow(other);
      else if (deed === 4) deleteContact(contacts);
      else if (deed === 5) swapColumns(other);
      else if (deed === 6) writeBeside(contacts, 'Notes', notes);
      else if (deed === 7) writeBeside(contacts, ownHeader, own);
      else rename(contacts);
      for (const sheet of [contacts, other]) sheet.dirty = true;
    },
  };
}
