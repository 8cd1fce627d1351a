import type { PersonData } from '../../app/person/export-person';

/** The rows of one sheet, each as the cells that say something. */
export interface HeldSheet {
  readonly sheet: string;
  readonly rows: readonly (readonly (readonly [header: string, value: string])[])[];
}

/** What is held about a person, sheet by sheet; sheets without a row of theirs and blank cells are left out. */
export const heldAbout = ({ sheets }: PersonData): HeldSheet[] =>
  Object.entries(sheets).flatMap(([sheet, rows]) => {
    const said = rows.map((row) => Object.entries(row).flatMap(([header, value]): [string, string][] => (value === null || value === '' ? [] : [[header, valueText(value)]])));
    return said.length === 0 ? [] : [{ sheet, rows: said }];
  });

const valueText = (value: string | number | boolean): string => (typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value));

/** The same as plain text, to be handed to the person: sheet, then `header: value`, an empty line between rows. */
export const personText = (data: PersonData): string =>
  `${data.addresses.join(', ')}\n${heldAbout(data)
    .map(({ sheet, rows }) => `\n=== ${sheet} ===\n${rows.map((row) => row.map(([header, value]) => `${header}: ${value}\n`).join('')).join('\n')}`)
    .join('')}`;
