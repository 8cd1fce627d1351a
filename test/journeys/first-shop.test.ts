import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../src/shared/day';
import { sampleMailchimp } from '../../local/sample/mailchimp';
import { sampleShop, sampleWorkbook } from '../../local/sample/workbook';
import { readExport } from '../../src/contacts/mailchimp/read-export';
import { ask, cellsOf, hostOn, night, rowsOf, rowWith, sheetOf } from '../support/shop';

const TODAY: Day = '2026-06-28';

/** The README's story, on the shop that `npm start` opens: from the first order to the report. */
describe('A wine shop takes the CRM up', () => {
  test('from the first order to the report', { timeout: 60_000 }, () => {
    const workbook = sampleWorkbook(TODAY);
    const theirs = workbook.sheets.map(({ name }) => name);
    const before = cellsOf(workbook);
    const now = (clock: string) => hostOn(workbook, `${TODAY}T${clock}`);

    // Set up makes the sheets and installs the hourly run; the shop's own sheets are not touched, then or ever.
    const setUp = ask(now('09:00'), 'setUp', { takeOver: false });
    expect(setUp).toMatchObject({ triggerOwner: 'manager@shop.example' });
    expect(setUp.made).toEqual(expect.arrayContaining(['Contacts', 'CRM Tasks', 'CRM Rules', 'CRM Settings', 'CRM Ledger']));
    expect(workbook.triggers).toMatchObject([{ handler: 'tick', everyHours: 1 }]);

    // Everybody who ever ordered becomes a contact, with the figures of the orders that count.
    const sync = ask(now('09:05'), 'sync', {});
    const { customers, triers } = sampleShop(TODAY);
    expect(sync).toMatchObject({ Error: null, 'Contacts New': customers.length + triers.length });
    const spend = rowsOf(workbook, 'Contacts').reduce((sum, row) => sum + Number(row['Total Spend']), 0);
    expect(spend).toBeGreaterThan(100_000);

    // Mailchimp's three files: first a look, then taken.
    const files = sampleMailchimp(TODAY).map(({ name, text }) => JSON.parse(JSON.stringify(readExport(name, text, { kind: null, dayFirst: false }))) as never);
    const look = ask(now('09:10'), 'importMailchimp', { files, dryRun: true });
    expect(look.run).toBeNull();
    const taken = ask(now('09:11'), 'importMailchimp', { files, dryRun: false });
    expect([taken.new, taken.changed, taken.unchanged]).toEqual([look.new, look.changed, look.unchanged]);
    expect(taken.new + taken.changed).toBeGreaterThan(300);

    // Tonight's preview, and then the night itself: the same eight people.
    const preview = ask(now('09:20'), 'preview', {});
    expect(preview.tasks).toHaveLength(8);
    const clicked = now('09:30');
    expect(ask(clicked, 'nightly', {})).toMatchObject({ 'Tasks Made': 8, 'Contacts New': 0, Error: null });
    const list = ask(now('09:31'), 'listTasks', {});
    expect(list.map(({ id }) => id).sort()).toEqual(preview.tasks.map(({ id }) => id).sort());
    expect(list.every(({ reason, email }) => reason !== '' && email.includes('@'))).toBe(true);

    // The morning mail is the phone's screen: names, why, and a way to reach each.
    expect(clicked.mails).toHaveLength(1);
    const [mail] = clicked.mails;
    expect(mail?.to).toBe('manager@shop.example');
    for (const { name } of list) expect(mail?.text).toContain(name);
    expect(mail?.text).toContain('https://wa.me/972');

    // The manager works the list off: one reached, one not at home, one put off, one not worth it.
    const act = (i: number, action: 'complete' | 'skip' | 'snooze', outcome: string | null, until: Day | null = null) =>
      ask(now('10:00'), 'finishTasks', { tasks: [{ id: list[i]?.id ?? '', action, outcome, note: null, until }] })[0];
    expect(act(0, 'complete', 'Reached')).toMatchObject({ status: 'Completed' });
    expect(act(1, 'complete', 'No answer')).toMatchObject({ status: 'Pending', dueOn: '2026-06-30' });
    expect(act(2, 'snooze', null, '2026-07-05')).toMatchObject({ status: 'Pending', dueOn: '2026-07-05' });
    expect(act(3, 'skip', 'Moved abroad')).toMatchObject({ status: 'Skipped' });
    expect(rowWith(workbook, 'Contacts', 'Email', list[0]?.email ?? '')['Last Contacted']).toBe(TODAY);

    // The next nights top the list up to eight, and nobody who was just contacted comes again.
    for (let i = 1; i <= 8; i += 1) {
      const day = addDays(TODAY, i);
      expect(night(workbook, `${day}T03:00`)).toMatchObject({ Error: null, Missed: 0 });
      const open = rowsOf(workbook, 'CRM Tasks').filter((task) => task['Status'] === 'Pending' && String(task['Due Date']) <= day);
      expect(open.length).toBeLessThanOrEqual(8);
      ask(hostOn(workbook, `${day}T10:00`), 'finishTasks', { tasks: open.slice(0, 4).map((task) => ({ id: String(task['Task ID']), action: 'complete', outcome: 'Message sent', note: null, until: null })) });
    }
    const ofFirst = rowsOf(workbook, 'CRM Tasks').filter((task) => task['Email'] === list[0]?.email);
    expect(ofFirst.map((task) => task['Status'])).toEqual(['Completed']);

    // The report says whether it helps; what it counts can be counted in the sheet.
    const { total } = ask(hostOn(workbook, '2026-07-06T12:00'), 'report', { from: TODAY, to: '2026-07-06' });
    const tasks = rowsOf(workbook, 'CRM Tasks').filter((task) => String(task['Due Date']) <= '2026-07-06');
    const count = (status: string): number => tasks.filter((task) => task['Status'] === status && !String(task['Outcome'] ?? '').startsWith('Auto:')).length;
    expect(total).toMatchObject({ due: tasks.length, completed: count('Completed'), skipped: count('Skipped') });

    // All the while the shop's own sheets are what they were.
    const after = cellsOf(workbook);
    for (const name of theirs) expect([name, after[name]]).toEqual([name, before[name]]);
    expect(theirs.filter((name) => sheetOf(workbook, name).dirty)).toEqual([]);
  });
});
