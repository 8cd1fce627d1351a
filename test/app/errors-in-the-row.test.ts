import { beforeAll, describe, expect, test } from 'vitest';
import { typedInput } from '../../local/cells/typed-input';
import { headerOf, setCell } from '../../local/cells/sheet';
import type { Workbook } from '../../local/workbook/model';
import { ask, cellsOf, hostOn, night, rowsOf, sheetOf, shopWith, typeInto } from '../support/shop';

/** Cells of a row as the manager types them. */
type Typed = Readonly<Record<string, string>>;

/** The manager types a row below the others; gives the row's number. */
function addRow(workbook: Workbook, name: string, typed: Typed): number {
  const sheet = sheetOf(workbook, name);
  const header = headerOf(sheet);
  let row = sheet.values.length;
  while (row > 1 && (sheet.values[row - 1] ?? []).every((cell) => cell === null)) row -= 1;
  for (const [words, text] of Object.entries(typed)) {
    const { value, ...attributes } = typedInput(text, undefined, workbook.locale);
    setCell(sheet, row, header.indexOf(words), value, attributes);
  }
  return row + 1;
}

function problemIn(workbook: Workbook, name: string, row: number): unknown {
  const sheet = sheetOf(workbook, name);
  return sheet.values[row - 1]?.[headerOf(sheet).indexOf('Problem')] ?? null;
}

const rule = (typed: Typed): Typed => ({ Rule: 'Mine', Enabled: 'Y', Trigger: 'Order completed', Days: '5', ...typed });
const template = (typed: Typed): Typed => ({ 'Task Type': 'Welcome', Channel: 'Call', Language: 'FR', Text: 'Bonjour', ...typed });

/** What a manager may type, and how the sentence in its own row begins. */
const errors: readonly (readonly [sheet: string, typed: Typed, problem: string])[] = [
  ['CRM Rules', rule({ Days: 'ten' }), 'Days should hold a number. (ten) Correct the cell'],
  ['CRM Rules', rule({ Days: '=1/0' }), 'Days shows an error.'],
  ['CRM Rules', rule({ Days: '2.5' }), 'Days is 2.5: write a whole number.'],
  ['CRM Rules', rule({ Days: '-1' }), 'Days is -1: write 0 or more.'],
  ['CRM Rules', rule({ Days: '' }), 'Days is blank: fill it in for this trigger.'],
  ['CRM Rules', rule({ Trigger: '' }), 'Trigger is blank: choose one from the drop-down.'],
  ['CRM Rules', rule({ Trigger: 'Order complete' }), 'There is no Trigger “Order complete”: choose one from the drop-down. Did you mean “Order completed”?'],
  ['CRM Rules', rule({ Scope: 'First' }), 'There is no Scope “First”'],
  ['CRM Rules', rule({ Enabled: 'perhaps' }), 'Enabled should hold Y or N. (perhaps)'],
  ['CRM Rules', rule({ 'Start Date': 'soon' }), 'Start Date should hold a date. (soon)'],
  ['CRM Rules', rule({ 'Valid For Days': 'long' }), 'Valid For Days should hold a number. (long)'],
  ['CRM Rules', rule({ 'Minimum Value': 'much' }), 'Minimum Value should hold a number. (much)'],
  ['CRM Rules', rule({ Scope: 'First and every Nth' }), 'Every Nth is blank'],
  ['CRM Rules', rule({ Product: 'Syrah' }), '“Order completed” does not look at Product'],
  ['CRM Rules', rule({ Trigger: 'Segment', Segment: 'statuss = Lapsed' }), 'There is no field “statuss”. Did you mean “status”?\nstatuss = Lapsed\n^'],
  ['CRM Rules', rule({ Trigger: 'Segment', Segment: 'Hebrew reader' }), 'CRM Segments has no segment “Hebrew reader”'],
  ['CRM Rules', rule({ Trigger: 'Segment', Segment: '' }), 'Segment is blank'],
  ['CRM Rules', rule({ Trigger: 'Product bought' }), 'Product is blank'],
  ['CRM Rules', rule({ Trigger: 'No order for', Days: '400' }), 'Days (400) must be less than “Lost after days” in CRM Settings (365)'],
  ['CRM Rules', rule({ 'Task Type': 'Follow-upp' }), 'Note: “Follow-upp” is taken as a task type of your own. Did you mean “Follow-up”?'],
  ['CRM Rules', { Rule: 'Follow-up', Enabled: 'Y', Trigger: 'Order completed', 'Task Type': 'Follow-up', Scope: 'Repeat only', Days: '10', 'Rule ID': 'follow-up' }, 'This asks the same as “Follow-up” in row 3'],
  ['CRM Segments', { Name: 'Typo', Query: 'stauts = Lapsed' }, 'There is no field “stauts”. Did you mean “status”?\nstauts = Lapsed\n^'],
  ['CRM Segments', { Name: 'Word', Query: 'status = Laps' }, 'Customer Status is never “Laps”'],
  ['CRM Segments', { Name: 'Empty' }, 'The query is empty'],
  ['CRM Segments', { Query: 'status = Lapsed' }, 'Name is blank'],
  ['CRM Segments', { Name: 'hebrew readers', Query: 'status = Lapsed' }, 'An earlier row is called “hebrew readers” too'],
  ['CRM Segments', { Name: 'Formula', Query: '=1/0' }, 'Query shows an error. Mend the formula'],
  ['CRM Outcomes', { Outcome: 'Later', Then: 'remind', Days: 'ten' }, 'Days is “ten”: write a whole number from 0 to 365, or clear the cell. Until then it is 7.'],
  ['CRM Outcomes', { Outcome: 'Much later', Then: 'remind', Days: '10000' }, 'Days is “10000”: write a whole number'],
  ['CRM Outcomes', { Outcome: 'Half', Then: 'remind', Days: '1.5' }, 'Days is “1.5”: write a whole number'],
  ['CRM Outcomes', { Outcome: 'Odd', Then: 'perhaps' }, 'Then is “perhaps”: choose one of close, try again'],
  ['CRM Outcomes', { Outcome: 'Unsure', 'Counts as contact': 'sometimes' }, 'Counts as contact is “sometimes”: write Y or N. Until then it is Y.'],
  ['CRM Outcomes', { Then: 'close' }, 'Outcome is blank'],
  ['CRM Outcomes', { Outcome: 'reached' }, '“reached” stands twice; the first row counts.'],
  ['CRM Templates', template({ Channel: 'Fax' }), 'Channel must be one of: WhatsApp, E-mail, Call.'],
  ['CRM Templates', template({ Language: 'French' }), 'Language must be a two-letter code'],
  ['CRM Templates', template({ Text: '' }), 'Text is empty'],
  ['CRM Templates', template({ Text: '=1/0' }), 'Text shows an error.'],
  ['CRM Templates', template({ 'Task Type': '' }), 'Task Type is blank'],
  ['CRM Templates', template({ Text: 'Bonjour {frist name}' }), '{frist name} is no field. Known fields:'],
  ['CRM Templates', template({ Text: 'Bonjour {first name' }), 'A { or } stands alone.'],
  ['CRM Templates', template({ Language: 'EN' }), 'There is another row for this task type, channel and language'],
  ['CRM Templates', template({ 'Task Type': 'Welcom', Language: 'ES' }), 'Note: this is for a task type of your own, “Welcom”. Did you mean “Welcome”?'],
  ['CRM Settings', { Setting: 'Lapst after days', Value: '5' }, 'There is no setting “Lapst after days”. Did you mean “Lapsed after days”?'],
  ['CRM Settings', { Setting: 'Lapsed after days', Value: '5' }, 'Lapsed after days is already set in row'],
  ['CRM Settings', { Value: '5' }, 'Setting is blank'],
];

/** Values that a setting refuses, and how the sentence beside it begins. */
const badSettings: readonly (readonly [setting: string, value: string, problem: string])[] = [
  ['Cool-down days', 'ten', '“ten” is not a whole number from 0 to 3650.'],
  ['Service cool-down days', '=1/0', 'Value shows an error.'],
  ['Skip rests days', '-3', '“-3” is not a whole number'],
  ['Make tasks on', 'Sunday, Funday', '“Funday” is not a day of the week.'],
  ['Default language', 'Klingon', '“Klingon” is not a language.'],
  ['Default country code', 'Israel', '“Israel” is not a country'],
  ['Nightly hour', '25', '“25” is not an hour.'],
  ['Digest to', 'the manager', '“the” is not an e-mail address.'],
  ['Digest language', 'FR', '“FR” is not a language of the mail.'],
  ['Currency', 'shekels!', '“shekels!” is not a currency.'],
  ['Order columns', 'Emial = Mail', '“Emial” is not a column that we know. Did you mean'],
  ['Lost after days', '60', 'It must be more than “Lapsed after days” (90)'],
];

describe('every error a manager can make is answered in the row itself, while the others run', () => {
  const workbook = shopWith([
    { id: '1', date: '2026-05-01', email: 'ann@mail.example', total: 90 },
    { id: '2', date: '2026-06-20', email: 'ann@mail.example', total: 90 },
    { id: '3', date: '2026-06-24', email: 'ben@mail.example', total: 90 },
  ]);
  const rowOf = new Map<(typeof errors)[number], number>();

  beforeAll(() => {
    ask(hostOn(workbook, '2026-06-28T02:00'), 'setUp', { takeOver: false });
    for (const error of errors) rowOf.set(error, addRow(workbook, error[0], error[1]));
    night(workbook, '2026-06-30T03:00');
  });

  test.each(errors.map((error) => [error[0], Object.values(error[1]).join(' | '), error] as const))('%s: %s', (sheet, _typed, error) => {
    expect(problemIn(workbook, sheet, rowOf.get(error) ?? 0)).toEqual(expect.stringContaining(error[2]));
  });

  test('the rules that are right made their tasks', () => {
    const made = rowsOf(workbook, 'CRM Tasks').map((task) => [task['Email'], task['Task Type']]);
    expect(made).toEqual(expect.arrayContaining([['ben@mail.example', 'Welcome']]));
  });

  test('mended, the row says nothing any more and is used', () => {
    const typo = { name: 'Typo', query: 'status = Repeat' };
    typeInto(workbook, 'CRM Segments', ['Name', typo.name], 'Query', typo.query);
    typeInto(workbook, 'CRM Outcomes', ['Outcome', 'Later'], 'Days', 10);
    night(workbook, '2026-07-01T03:00');
    expect(rowsOf(workbook, 'CRM Segments').find((row) => row['Name'] === typo.name)).toMatchObject({ Contacts: 1, Problem: null });
    expect(rowsOf(workbook, 'CRM Outcomes').find((row) => row['Outcome'] === 'Later')).toMatchObject({ Days: 10, Problem: null });
  });
});

describe('a setting that cannot be used', () => {
  test.each(badSettings)('%s = %s is reported beside it, and the default is used', (setting, value, problem) => {
    const workbook = shopWith([{ id: '1', date: '2026-06-20', email: 'ann@mail.example', total: 90 }]);
    ask(hostOn(workbook, '2026-06-28T02:00'), 'setUp', { takeOver: false });
    const { value: cell, ...attributes } = typedInput(value, undefined, workbook.locale);
    const sheet = sheetOf(workbook, 'CRM Settings');
    const row = sheet.values.findIndex(([name]) => name === setting);
    setCell(sheet, row, headerOf(sheet).indexOf('Value'), cell, attributes);
    expect(ask(hostOn(workbook, '2026-06-28T02:30'), 'sync', {})['Error']).toBeNull();
    expect(problemIn(workbook, 'CRM Settings', row + 1)).toEqual(expect.stringContaining(problem));
    const afterSync = cellsOf(workbook, ['CRM Runs'])['CRM Settings'];
    expect(night(workbook, '2026-06-28T03:00').Error).toBeNull();
    expect(cellsOf(workbook)['CRM Settings']).toEqual(afterSync);
  });
});

test('“No answer” with an unreadable number of days still tries again', () => {
  const workbook = shopWith([{ id: '1', date: '2026-06-22', email: 'ann@mail.example', total: 90 }]);
  ask(hostOn(workbook, '2026-06-20T02:00'), 'setUp', { takeOver: false });
  night(workbook, '2026-06-20T03:00');
  typeInto(workbook, 'CRM Outcomes', ['Outcome', 'No answer'], 'Days', 'two');
  night(workbook, '2026-06-28T03:00');
  typeInto(workbook, 'CRM Tasks', ['Email', 'ann@mail.example'], 'Outcome', 'No answer');
  night(workbook, '2026-06-28T23:00');
  expect(rowsOf(workbook, 'CRM Tasks')).toMatchObject([{ Status: 'Pending', Outcome: null, Tries: 1, 'Due Date': '2026-06-30' }]);
});

test.each<[string, (workbook: Workbook) => void]>([
  ['a problem that quotes more than a cell holds', (workbook) => typeInto(workbook, 'CRM Outcomes', ['Outcome', 'Reached'], 'Counts as contact', '"'.repeat(50_000))],
  ['a count in a cell that somebody made a date', (workbook) => setCell(sheetOf(workbook, 'CRM Rules'), 1, headerOf(sheetOf(workbook, 'CRM Rules')).indexOf('Matches now'), 5, { format: 'd/m/yyyy' })],
])('%s is written once, not every night', (_, change) => {
  const workbook = shopWith([{ id: '1', date: '2026-06-22', email: 'ann@mail.example', total: 90 }]);
  night(workbook, '2026-06-28T03:00');
  change(workbook);
  night(workbook, '2026-06-28T04:00');
  for (const sheet of workbook.sheets) sheet.dirty = false;
  night(workbook, '2026-06-28T05:00');
  expect(workbook.sheets.filter(({ dirty }) => dirty).map(({ name }) => name)).toEqual(['CRM Runs']);
});

test('a word typed over the count of a segment that cannot be read goes with the next night', () => {
  const workbook = shopWith([{ id: '1', date: '2026-06-22', email: 'ann@mail.example', total: 90 }]);
  night(workbook, '2026-06-28T03:00');
  typeInto(workbook, 'CRM Segments', ['Name', 'Hebrew readers'], 'Query', 'language = Klingon');
  typeInto(workbook, 'CRM Segments', ['Name', 'Hebrew readers'], 'Contacts', 'many');
  night(workbook, '2026-06-28T04:00');
  expect(rowsOf(workbook, 'CRM Segments').find((row) => row['Name'] === 'Hebrew readers')).toMatchObject({ Contacts: null, Problem: expect.stringContaining('Klingon') });
});

test('a number that no calendar has is no date, in an order as in a day off', () => {
  const workbook = shopWith([{ id: '1', date: '2026-06-22', email: 'ann@mail.example', total: 90 }, { id: '2', date: '2026-06-22', email: 'ben@mail.example', total: 90 }]);
  ask(hostOn(workbook, '2026-06-28T02:00'), 'setUp', { takeOver: false });
  setCell(sheetOf(workbook, 'Orders'), 2, 1, 5_000_000, { format: 'yyyy-mm-dd' });
  setCell(sheetOf(workbook, 'CRM Days Off'), 1, 0, -99_974_430);
  expect(night(workbook, '2026-06-28T03:00')).toMatchObject({ Error: null, Problems: 2 });
  expect(rowsOf(workbook, 'CRM Import Problems').map((row) => [row['Sheet'], row['Row'], row['Value']])).toEqual([['Orders', 3, '(no date)'], ['CRM Days Off', 2, '(no date)']]);
});
