import { describe, expect, test } from 'vitest';
import { ANNS_OWN_COLUMN, shopOfAnn } from '../../support/ann';
import { ask, hostOn, refusal, rowsOf, typeInto } from '../../support/shop';

describe('exporting a person', () => {
  test('gives every row of ours that is about them, the manager’s own columns included, and nobody else’s', () => {
    const data = ask(hostOn(shopOfAnn(), '2026-06-03T09:00'), 'exportPerson', { email: 'ann.lee@work.example' });
    expect(data.sheets['Contacts']?.map((row) => [row['Email'], row['Notes'], row[ANNS_OWN_COLUMN]])).toEqual([
      ['ann.lee@work.example', null, null],
      ['ann@mail.example', 'Allergic to sulfites', 'Syrah'],
    ]);
    expect(data.sheets['CRM Tasks']?.map((row) => row['Note'])).toEqual(['Ann sounded happy', null, 'Ring Ann']);
    expect(JSON.stringify(data)).not.toContain('joann');
  });

  test('says which addresses are one person’s', () => {
    const data = ask(hostOn(shopOfAnn(), '2026-06-03T09:00'), 'exportPerson', { email: 'ann.lee@work.example' });
    expect(data).toMatchObject({ email: 'ann@mail.example', addresses: ['ann@mail.example', 'ann.lee@work.example'], erased: false });
  });

  test('says where else an address of theirs stands, which is the manager’s to change', () => {
    const workbook = shopOfAnn();
    typeInto(workbook, 'Contacts', ['Email', 'ben@mail.example'], 'Notes', 'Friend of ANN@mail.example.');
    typeInto(workbook, 'Contacts', ['Email', 'joann@mail.example'], 'Notes', 'Not joann@mail.example but ann@mail.example.org');
    typeInto(workbook, 'CRM Segments', ['Name', String(rowsOf(workbook, 'CRM Segments')[0]?.['Name'])], 'Query', 'email = "ann.lee@work.example"');
    const row = rowsOf(workbook, 'Contacts').findIndex(({ Email }) => Email === 'ben@mail.example') + 2;
    expect(ask(hostOn(workbook, '2026-06-03T09:00'), 'exportPerson', { email: 'ann@mail.example' }).elsewhere).toEqual([
      { sheet: 'Contacts', row, column: 'Notes' },
      { sheet: 'CRM Segments', row: 2, column: 'Query' },
    ]);
  });

  test('after erasing only figures are left, under a mark', () => {
    const workbook = shopOfAnn();
    ask(hostOn(workbook, '2026-06-03T09:00'), 'erasePerson', { email: 'ann@mail.example' });
    const data = ask(hostOn(workbook, '2026-06-03T09:01'), 'exportPerson', { email: 'ann@mail.example' });
    expect(data.erased).toBe(true);
    expect(JSON.stringify(data.sheets).match(/Ann|ann@|1111111/g)).toBeNull();
  });

  test.each(['nobody@mail.example', 'no address', 'erased-abc', ''])('is refused for “%s”', (email) => {
    expect(refusal(hostOn(shopOfAnn(), '2026-06-03T09:00'), 'exportPerson', { email })).toContain(email);
  });
});
