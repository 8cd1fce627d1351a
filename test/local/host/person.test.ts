import { expect, test } from 'vitest';
import { Person } from '../../../local/person';
import { hostOf, sheetIn, workbookWith } from '../../support/apps-script';

const code = `
  function onEdit(e) {
    const seen = [e.range.getA1Notation(), 'value' in e ? e.value : 'no value', 'oldValue' in e ? e.oldValue : 'no old value'];
    e.source.getSheetByName('Log').appendRow(seen.map((one) => "'" + one));
  }
  function onOpen() { SpreadsheetApp.getUi().createMenu('CRM').addToUi(); }`;

const shop = () => hostOf(code, { workbook: workbookWith({ Data: [['Status'], ['Pending']], Log: [] }) });

test('Typing sets off onEdit with the new and the old value', () => {
  const host = shop();
  new Person(host).type('Data', 2, 1, 'Completed');
  expect(sheetIn(host.workbook, 'Log').values).toEqual([['A2', 'Completed', 'Pending']]);
});

test('Clearing a cell tells no new value', () => {
  const host = shop();
  new Person(host).type('Data', 2, 1, '');
  expect(sheetIn(host.workbook, 'Log').values).toEqual([['A2', 'no value', 'Pending']]);
});

test('A paste tells no old value, and replaces format and drop-down', () => {
  const host = shop();
  const data = sheetIn(host.workbook);
  data.attributes = [[], [{ format: '@', dropDown: { values: ['Pending'], allowInvalid: false, help: null, checkbox: false } }]];
  new Person(host).paste('Data', 2, 1, [[{ value: 'Done' }, { value: 5, attributes: { format: '0.00' } }]]);
  expect(sheetIn(host.workbook, 'Log').values).toEqual([['A2:B2', 'no value', 'no old value']]);
  expect(data.values[1]).toEqual(['Done', 5]);
  expect(data.attributes[1]).toEqual([undefined, { format: '0.00' }]);
});

test('Typing against strict validation is refused', () => {
  const host = shop();
  sheetIn(host.workbook).attributes = [[], [{ dropDown: { values: ['Pending', 'Completed'], allowInvalid: false, help: null, checkbox: false } }]];
  expect(() => new Person(host).type('Data', 2, 1, 'Perhaps')).toThrow('violates the data validation rules');
});

test('Opening the workbook makes the menu', () => {
  const host = shop();
  new Person(host).open();
  expect(host.menus.map(({ title }) => title)).toEqual(['CRM']);
});

test('Selecting cells sets nothing off', () => {
  const host = shop();
  new Person(host).select('Data', 2, 1);
  expect(host.stats().calls.total).toBe(0);
  expect(host.selection?.sheet).toBe('Data');
});
