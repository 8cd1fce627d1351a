import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csvText, OpenQuote, parseCsv, separatorOf } from '../../../local/workbook/csv-text';

test.each([
  ['a,b\n1,2\n', [['a', 'b'], ['1', '2']]],
  ['a,b\r\n1,2', [['a', 'b'], ['1', '2']]],
  ['a,b\r1,2\r', [['a', 'b'], ['1', '2']]],
  ['"a,1","b ""x"""\n"two\nlines",', [['a,1', 'b "x"'], ['two\nlines', '']]],
  ['a\n\nb\n', [['a'], [''], ['b']]],
  ['a,b\n1\n1,2,3\n', [['a', 'b'], ['1'], ['1', '2', '3']]],
  ['say "hi",5"\n', [['say "hi"', '5"']]],
  ['"abc"def,x\n', [['abcdef', 'x']]],
  ['', []],
  [',\n', [['', '']]],
])('%j is read in rows and fields', (words, rows) => {
  expect(parseCsv(words)).toEqual(rows);
});

test('a quotation mark that is never closed is named by its line', () => {
  expect(() => parseCsv('a,b\n"two\nlines",1\nx,"open\n1,2\n')).toThrow(new OpenQuote(4));
});

test.each([
  ['a,b;c\n', ','],
  ['a;b;c\n1,5;2', ';'],
  ['a\tb\n', '\t'],
  ['"a;b"\n1;2\n', ','],
  ['alone\n', ','],
])('the separator of %j is %j', (words, separator) => {
  expect(separatorOf(words)).toBe(separator);
});

const field = fc.oneof(fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r', ' ', 'ש', '\ufeff') }), fc.string({ unit: 'binary' }));
const table = fc.integer({ min: 2, max: 4 }).chain((width) => fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1 }));

test('what is written is read again', () => {
  fc.assert(
    fc.property(table, (rows) => {
      expect(parseCsv(csvText(rows))).toEqual(rows);
    }),
  );
});

test('another parser reads what is written the same way', () => {
  fc.assert(
    fc.property(table, (rows) => {
      expect(Papa.parse<string[]>(csvText(rows), { delimiter: ',', newline: '\n' }).data.slice(0, -1)).toEqual(rows);
    }),
  );
});
