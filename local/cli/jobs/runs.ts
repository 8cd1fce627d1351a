import type { CellValue } from '../../workbook/model';
import { newLineIn, runsIn } from '../failure-line';
import type { Job } from '../job';
import { cliMessages as messages } from '../messages';
import { momentOf, dayOfSerial, secondOfSerial } from '../../../src/shared/day';
import { Refusal } from '../../../src/shared/problem';
import { joinTexts, sameText, text, type Text } from '../../../src/shared/text';

type RunLine = Readonly<Record<string, string | number | null>>;

const figure = (line: RunLine, header: string): number => Number(line[header] ?? 0);

const sentences = (...parts: readonly Text[]): Text => joinTexts(parts.filter(({ en }) => en !== ''), ' ');

const syncInWords = (line: RunLine): Text => messages.synced(figure(line, 'Orders'), figure(line, 'Contacts New'), figure(line, 'Contacts Changed'));

const nightInWords = (line: RunLine): Text =>
  sentences(syncInWords(line), messages.night(figure(line, 'Tasks Made'), figure(line, 'Tasks Withdrawn'), figure(line, 'Held Back'), figure(line, 'Missed')), messages.problems(figure(line, 'Problems')));

/** A line of the sheet as `--json` prints a run: its Start as the other jobs give it. */
const asRunLine = (cells: Readonly<Record<string, CellValue>>): RunLine =>
  Object.fromEntries(
    Object.entries(cells).map(([header, value]) => {
      if (header === 'Start' && typeof value === 'number') return [header, momentOf(dayOfSerial(value), secondOfSerial(value))];
      return [header, typeof value === 'string' || typeof value === 'number' ? value : null];
    }),
  );

/** Jobs that leave a line in CRM Runs. */
export const runJobs: readonly Job[] = [
  {
    name: 'sync',
    takes: '',
    count: [0, 0],
    options: [],
    help: text('bring Contacts up to the order sheets; make no tasks', 'לעדכן את Contacts לפי גיליונות ההזמנות; בלי ליצור משימות'),
    saves: true,
    mends: true,
    run: (session) => {
      const line = session.ask('sync', {});
      return { json: line, words: sentences(syncInWords(line), messages.problems(figure(line, 'Problems'))) };
    },
  },
  {
    name: 'accept-orders',
    takes: '',
    count: [0, 0],
    options: [],
    help: text('take order sheets that hold fewer orders than before as they are', 'לקבל גיליונות הזמנות שיש בהם פחות הזמנות מבעבר'),
    saves: true,
    mends: true,
    run: (session) => {
      const line = session.ask('acceptOrders', {});
      return { json: line, words: sentences(syncInWords(line), messages.problems(figure(line, 'Problems'))) };
    },
  },
  {
    name: 'nightly',
    takes: '',
    count: [0, 0],
    options: [],
    help: text('a whole night now: sync, withdraw, make tasks, archive, digest', 'לילה שלם עכשיו: סנכרון, משיכה, יצירת משימות, ארכיון, הודעת בוקר'),
    saves: true,
    mends: true,
    run: (session) => {
      const line = session.ask('nightly', {});
      return { json: line, words: nightInWords(line) };
    },
  },
  {
    name: 'tick',
    takes: '',
    count: [0, 0],
    options: [],
    help: text('what the hourly trigger does: whatever is due and not yet done', 'מה שהטריגר השעתי עושה: כל מה שהגיע זמנו וטרם בוצע'),
    saves: true,
    mends: true,
    run: ({ host }) => {
      const before = runsIn(host.workbook);
      host.call('tick', [], 'trigger');
      const cells = newLineIn(host.workbook, before);
      if (cells === null) return { json: null, words: messages.nothingDue };
      const line = asRunLine(cells);
      // A trigger has nobody to tell: what failed stands in CRM Runs.
      if (typeof line['Error'] === 'string' && line['Error'] !== '') throw new Refusal(sameText(line['Error']));
      return { json: line, words: nightInWords(line) };
    },
  },
];
