import { describe, expect, test } from 'vitest';
import { Host } from '../../local/host';
import { attributesAt, headerOf, sheetNamed, valueAt } from '../../local/cells/sheet';
import { Person } from '../../local/person';
import { sampleWorkbook } from '../../local/sample/workbook';
import type { Workbook } from '../../local/workbook/model';

const night = '2026-06-29T03:00:00';
const morning = '2026-06-29T09:00:00';

/** The sample shop after its first night. */
function shop(): { workbook: Workbook; host: Host; person: Person } {
  const workbook = sampleWorkbook('2026-06-29');
  new Host({ workbook, dist: 'dist', now: night }).call('ask', ['nightly', {}], 'sidebar');
  const host = new Host({ workbook, dist: 'dist', now: morning });
  return { workbook, host, person: new Person(host) };
}

const place = (workbook: Workbook, header: string) => {
  const sheet = sheetNamed(workbook, 'CRM Tasks');
  if (sheet === null) throw new Error('no CRM Tasks');
  const column = headerOf(sheet).indexOf(header);
  return { sheet, column, value: () => valueAt(sheet, 1, column), note: () => attributesAt(sheet, 1, column)?.note ?? '' };
};

describe('the sheet alone, as on a phone', () => {
  test('an Outcome chosen in the sheet, a typed edit and the sidebar end in the same row state', () => {
    const rows = (['sidebar', 'sheet', 'next run'] as const).map((way) => {
      const { workbook, host, person } = shop();
      const outcome = place(workbook, 'Outcome');
      if (way === 'sidebar') host.call('ask', ['finishTasks', { tasks: [{ id: String(valueAt(outcome.sheet, 1, 0)), action: 'complete', outcome: 'Reached', note: null, until: null }] }], 'sidebar');
      if (way === 'sheet') person.type('CRM Tasks', 2, outcome.column + 1, 'Reached');
      if (way === 'next run') {
        outcome.sheet.values[1] = [...(outcome.sheet.values[1] ?? [])].map((value, i) => (i === outcome.column ? 'Reached' : value));
        new Host({ workbook, dist: 'dist', now: morning }).call('ask', ['sync', {}], 'sidebar');
      }
      return outcome.sheet.values[1];
    });
    expect(rows[1]).toEqual(rows[0]);
    expect(rows[2]).toEqual(rows[0]);
  });

  test.each([
    ['Status', 'Finished', 'Status is one of: Pending, Completed, Skipped', 'Completed'],
    ['Due Date', 'soon', 'Due Date is a date', '2026-07-05'],
  ])('a %s that it can’t be is put back with a note, which goes with the next good value', (header, bad, note, good) => {
    const { workbook, person } = shop();
    const cell = place(workbook, header);
    const before = cell.value();
    person.type('CRM Tasks', 2, cell.column + 1, bad);
    expect(cell.value()).toBe(before);
    expect(cell.note()).toContain(note);
    person.type('CRM Tasks', 2, cell.column + 1, good);
    expect(cell.value()).not.toBe(before);
    expect(cell.note()).toBe('');
  });

  test('overdue, due today and finished rows are told apart by more than colour', () => {
    const { workbook } = shop();
    const looks = place(workbook, 'Status').sheet.conditionalFormats as readonly Readonly<Record<string, unknown>>[]; // as the host keeps them
    expect(looks).toHaveLength(3);
    expect(JSON.stringify(looks)).toMatch(/AND\(\$H2=\\"Pending\\",\$C2<>\\"\\",\$C2<TODAY\(\)\)/);
    expect(looks.map((look) => /"bold":true|"strikethrough":true/.test(JSON.stringify(look)))).toEqual([true, true, true]);
  });
});
