import type { Column, Kind } from './table';

/** Number format of each kind; null leaves the automatic one, under which short words stay what they are. */
const formats: Readonly<Record<Kind, string | null>> = {
  text: '@',
  choice: null,
  flag: null,
  number: '0.##',
  count: '0',
  money: '#,##0.00',
  day: 'yyyy-mm-dd',
  moment: 'yyyy-mm-dd hh:mm:ss',
};

/** The format of a cell that nobody formatted. */
export const AUTOMATIC = 'General';

export const formatOf = (column: Column): string | null => formats[column.kind];

/** Under this format a cell takes text as it is. */
export const isTextFormat = (format: string): boolean => format === '@' || format === '@STRING@';

/** Whether the format shows a number as a day. Quoted words, colours and conditions don't count. */
export const isDateFormat = (format: string): boolean => /y|d/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
