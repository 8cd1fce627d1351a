import { describe, expect, test } from 'vitest';
import { openWorkbook, saveWorkbook } from '../../local/workbook/open';
import { temporaryFolder } from '../support/temporary-folder';
import { membersFile } from '../support/mailchimp';
import { ask, hostOn, night, rowsOf, rowWith, sheetOf, shopWith, typeInto } from '../support/shop';

const words = ['=1+1', '+972501234567', '0501234567', '1-2', 'TRUE', '00123', '-5', '@home', '2026-03-01', '10%', "'quoted", '1e5', '=HYPERLINK("http://x.example","y")'];

/** Exporters put an apostrophe before what a sheet would take for a formula: that one goes. */
const asExported = (word: string): string => word.replace(/^'/, '');

describe.each(['book.xlsx', 'folder'])('Text that strangers typed comes out of a saved %s as the text that it was', (path) => {
  test('names, phones, notes and Mailchimp fields', async () => {
    const workbook = shopWith(words.map((word, i) => ({ id: String(i + 1), date: '2026-06-22', email: `person${i}@mail.example`, name: word, phone: i % 2 === 0 ? word : '' })));
    night(workbook, '2026-06-28T03:00');
    ask(hostOn(workbook, '2026-06-28T09:00'), 'importMailchimp', {
      dryRun: false,
      files: [membersFile('Subscribed', ...words.map((word, i) => ({ email: `member${i}@mail.example`, name: word, phone: word, notes: word, tags: [word] })))],
    });
    const [task] = rowsOf(workbook, 'CRM Tasks');
    ask(hostOn(workbook, '2026-06-28T09:30'), 'finishTasks', { tasks: [{ id: String(task?.['Task ID']), action: 'complete', outcome: '=2+2', note: '00123', until: null }] });
    const folder = temporaryFolder();
    await saveWorkbook(workbook, folder.at(path));
    const read = await openWorkbook(folder.at(path));
    for (const [i, word] of words.entries()) {
      expect(rowWith(read, 'Contacts', 'Email', `person${i}@mail.example`)).toMatchObject({ Name: asExported(word), ...(i % 2 === 0 ? { Phone: asExported(word) } : {}) });
      expect(rowWith(read, 'Contacts', 'Email', `member${i}@mail.example`)).toMatchObject({ Name: word, Phone: word, Notes: word, Tags: word });
    }
    expect(rowWith(read, 'CRM Tasks', 'Task ID', String(task?.['Task ID']))).toMatchObject({ Outcome: '=2+2', Note: '00123' });
    const formulas = ['Contacts', 'CRM Tasks', 'CRM Ledger'].flatMap((name) => sheetOf(read, name).attributes.flat().filter((cell) => cell?.formula !== undefined));
    expect(formulas).toEqual([]);
    // And a night on what was saved finds nothing to change.
    const again = hostOn(read, '2026-06-28T10:00');
    expect(ask(again, 'nightly', {})).toMatchObject({ 'Contacts Changed': 0, 'Contacts New': 0, 'Tasks Made': 0, Error: null });
  });

  test('what the manager typed into Notes and into a column of their own', async () => {
    const workbook = shopWith(words.map((_, i) => ({ id: String(i + 1), date: '2026-06-22', email: `person${i}@mail.example` })));
    night(workbook, '2026-06-28T03:00');
    words.forEach((word, i) => typeInto(workbook, 'Contacts', ['Email', `person${i}@mail.example`], 'Notes', word));
    night(workbook, '2026-06-29T03:00');
    const folder = temporaryFolder();
    await saveWorkbook(workbook, folder.at(path));
    const read = await openWorkbook(folder.at(path));
    words.forEach((word, i) => expect(rowWith(read, 'Contacts', 'Email', `person${i}@mail.example`)['Notes']).toBe(word));
  });
});
