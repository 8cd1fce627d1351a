import { describe, expect, test } from 'vitest';
import { membersFile } from '../support/mailchimp';
import { ask, hostOn, night, rowsOf, rowWith, shopWith } from '../support/shop';

const subscribed = membersFile('Subscribed', { email: 'ann@mail.example', since: '2025-01-01T00:00:00' }, { email: 'ben@mail.example', since: '2025-02-01T00:00:00' }, { email: 'zoe@mail.example', name: 'Zoe', since: '2025-03-01T00:00:00' });
const unsubscribed = membersFile('Unsubscribed', { email: 'ben@mail.example', since: '2026-05-01T00:00:00' }, { email: 'zoe@mail.example', since: '2026-05-02T00:00:00' });
const shop = () => shopWith([{ id: '1', date: '2026-01-10', email: 'ann@mail.example' }, { id: '2', date: '2026-01-11', email: 'ben@mail.example' }]);

describe('Mailchimp exports', () => {
  test('nobody who unsubscribed is Subscribed again by an older file, whatever comes when', () => {
    const workbook = shop();
    const take = (file: typeof subscribed, dryRun = false) => ask(hostOn(workbook, '2026-06-28T10:00'), 'importMailchimp', { files: [file], dryRun });
    expect(take(subscribed)).toMatchObject({ new: 3, changed: 0, unchanged: 0, rejected: [] });
    expect(take(subscribed, true)).toMatchObject({ new: 0, changed: 0, unchanged: 3, run: null });
    take(unsubscribed);
    take(subscribed);
    const statuses = rowsOf(workbook, 'Contacts').map((row) => [row['Email'], row['Mailchimp Status'], row['Is Mailchimp']]);
    expect(statuses).toEqual([['ann@mail.example', 'Subscribed', 'Y'], ['ben@mail.example', 'Unsubscribed', 'Y'], ['zoe@mail.example', 'Unsubscribed', 'Y']]);
    // An import is never an event, and those who refused get no promotional task.
    expect(night(workbook, '2026-06-28T12:00')).toMatchObject({ 'Tasks Made': 1, 'Contacts New': 0 });
    expect(rowsOf(workbook, 'CRM Tasks').map((task) => task['Email'])).toEqual(['ann@mail.example']);
    expect(rowWith(workbook, 'Contacts', 'Email', 'zoe@mail.example')).toMatchObject({ 'Customer Status': 'Prospect', 'Total Orders': 0, 'Is Customer': 'N', Name: 'Zoe' });
  });

  test('a dry run writes nothing, not even a sheet of ours', () => {
    const workbook = shop();
    expect(ask(hostOn(workbook, '2026-06-28T10:00'), 'importMailchimp', { files: [subscribed], dryRun: true })).toMatchObject({ new: 3, run: null });
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Orders']);
  });
});
