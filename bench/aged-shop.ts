import { sheetNamed } from '../local/cells/sheet';
import type { CellValue, Sheet, Workbook } from '../local/workbook/model';
import { addDays, serialOfDay, weekdayOf, type Day } from '../src/shared/day';
import { ledgerKeyOf, taskIdOf } from '../src/tasks/occasion';
import { addressOf, LAST_DAY } from './order-book';

const YEARS = 20;
const TASKS_A_DAY = 8;
/** Tasks finished longer ago stand in the archive. */
const ARCHIVED_AFTER = 90;
const MOST_RUNS = 500;
/** Friday and Saturday. */
const FIRST_DAY_OFF = 5;

/**
 * Gives the shop what its sheets would remember after 20 years: a full list finished on each task-making day, all but the last three
 * months of it archived, a ledger line for each of these tasks and one for every order whose time ran out, and a full log.
 */
export function age(workbook: Workbook): void {
  const rules = rowsOf(workbook, 'CRM Rules');
  const winBack = rules.rows.find((row) => row[rules.at('Rule')] === 'Win-back') ?? [];
  const welcome = rules.rows.find((row) => row[rules.at('Rule')] === 'Welcome') ?? [];
  const [madeBy, missedBy] = [winBack, welcome].map((row) => String(row[rules.at('Rule ID')]));
  if (madeBy === undefined || missedBy === undefined) throw new Error('The rules that come with the add-on are gone');
  const ledger = rowsOf(workbook, 'CRM Ledger');
  const archive = rowsOf(workbook, 'CRM Task Archive');
  let made = 0;
  for (let day = addDays(LAST_DAY, -Math.round(YEARS * 365.25)); day < addDays(LAST_DAY, -ARCHIVED_AFTER); day = addDays(day, 1)) {
    if (weekdayOf(day) >= FIRST_DAY_OFF) continue;
    for (let i = 0; i < TASKS_A_DAY; i += 1, made += 1) {
      const occasion = `last:old-${made}`;
      ledger.add({ Key: ledgerKeyOf(madeBy, occasion), 'Task ID': taskIdOf(madeBy, occasion), Rule: madeBy, Created: serialOfDay(day), Run: runOf(day), State: 'made' });
      archive.add(finishedTask(taskIdOf(madeBy, occasion), day, made));
    }
  }
  winBack[rules.at('Made so far')] = Number(winBack[rules.at('Made so far')] ?? 0) + made;
  const orders = workbook.sheets[0]?.values.slice(1) ?? [];
  for (const [id] of orders) ledger.add({ Key: ledgerKeyOf(missedBy, String(id)), Rule: missedBy, Created: serialOfDay(LAST_DAY), Run: runOf(LAST_DAY), State: 'missed' });
  const runs = rowsOf(workbook, 'CRM Runs');
  for (let night = 1; runs.rows.length < MOST_RUNS - 1; night += 1) {
    const day = addDays(LAST_DAY, -night);
    runs.add({ Run: runOf(day), Job: 'nightly', Start: serialOfDay(day) + 3 / 24, 'Started By': 'owner@bench.example', Seconds: 40, Orders: orders.length, 'Contacts New': 0, 'Contacts Changed': 0, 'Tasks Made': 8, 'Tasks Withdrawn': 0, 'Held Back': 0, Missed: 0, Problems: 0 });
  }
}

const runOf = (day: Day): string => `${day} 03:00 nightly`;

const finishedTask = (id: string, day: Day, number: number): Record<string, CellValue> => ({
  'Task ID': id, 'Created Date': serialOfDay(day), 'Due Date': serialOfDay(day), Email: addressOf(number), 'Customer Name': 'Dana Levi', 'Task Type': 'Win-back',
  Trigger: 'No order for 90 days', Status: 'Completed', 'Completed Date': serialOfDay(day), Outcome: 'Reached', 'Assigned To': 'Manager',
  Reason: 'Usually orders every 45 days; last order 112 days ago; 1,240 ₪ so far; last: Syrah 2021', Note: null, Phone: '0510000000',
  WhatsApp: 'https://wa.me/972510000000?text=Hello', 'Message Language': 'HE', Rule: 'Win-back', Run: runOf(day), 'First Due': serialOfDay(day), Tries: 0,
}); // prettier-ignore

interface Rows {
  readonly rows: Sheet['values'];
  readonly at: (header: string) => number;
  /** Adds a row below, in the looks of the second row. */
  readonly add: (cells: Readonly<Record<string, CellValue>>) => void;
}

function rowsOf(workbook: Workbook, name: string): Rows {
  const sheet = sheetNamed(workbook, name);
  const header = sheet?.values[0]?.map(String);
  if (sheet === null || header === undefined) throw new Error(`The workbook has no ${name}`);
  const at = (words: string): number => {
    const column = header.indexOf(words);
    if (column === -1) throw new Error(`${name} has no column ${words}`);
    return column;
  };
  const looks = sheet.attributes[1] ?? [];
  return {
    rows: sheet.values,
    at,
    add(cells) {
      const row: CellValue[] = header.map(() => null);
      for (const [words, value] of Object.entries(cells)) row[at(words)] = value;
      sheet.attributes[sheet.values.length] = looks;
      sheet.values.push(row);
      sheet.maxRows = Math.max(sheet.maxRows, sheet.values.length);
    },
  };
}
