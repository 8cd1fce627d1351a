import { joinTexts, sameText, text, type Text } from '../../../src/shared/text';
import { contactsTable } from '../../../src/contacts/contacts.table';
import { blankSheet, lastRow, sheetNamed } from '../../cells/sheet';
import type { Job } from '../job';
import { cliMessages as messages } from '../messages';

const figures = ['due', 'completed', 'skipped', 'withdrawn', 'expired', 'overdue', 'completionRate', 'onTimeRate', 'medianDaysToDone'] as const;
type Figure = (typeof figures)[number];
type Figures = Readonly<Record<Figure, number | null>>;

const onlyFigures = (of: Figures): Figures => Object.fromEntries(figures.map((name) => [name, of[name]])) as Figures; // the names are all of them

const shown = (name: Figure, value: number | null): string => (value === null ? '–' : name.endsWith('Rate') ? `${Math.round(value * 100)}%` : String(value));

const reportRow = (name: Text, of: Figures): Text => {
  const cells = figures.map((figure) => joinTexts([messages.cell(figure), sameText(shown(figure, of[figure]))], ' '));
  return joinTexts([name, joinTexts(cells, ', ')], ': ');
};

/** Jobs that only look. */
export const lookJobs: readonly Job[] = [
  {
    name: 'preview',
    takes: '',
    count: [0, 0],
    options: [],
    help: text('what tonight would bring, nothing written', 'מה הלילה יביא, בלי לכתוב דבר'),
    saves: false,
    mends: false,
    run: (session) => {
      const { tasks, held, order } = session.ask('preview', {});
      const made = tasks.map(({ id, email, name, type, rule, reason }) => sameText(`  ${id}  ${type} (${rule})  ${name === null ? email : `${name} <${email}>`}\n      ${reason}`));
      return {
        json: { tasks: tasks.map(({ id, email, type, rule, reason }) => ({ id, email, type, rule, reason })), held: held.map(({ law, count }) => ({ law, count })) },
        words: joinTexts([tasks.length === 0 ? messages.nothingTonight : messages.wouldMake(tasks.length), ...made, ...held.map(({ law, count }) => messages.heldBy(law, count)), sameText(order)], '\n'),
      };
    },
  },
  {
    name: 'why',
    takes: 'EMAIL',
    count: [1, 1],
    options: [],
    help: text('for each rule, why a person gets a task or not', 'לכל כלל, מדוע אדם מקבל משימה או לא'),
    saves: false,
    mends: false,
    run: (session, [email = '']) => {
      const answer = session.ask('why', { email });
      const lines = answer.rules.map(({ rule, reason, earliest }) =>
        earliest === null ? sameText(`${rule}: ${reason}`) : joinTexts([sameText(`${rule}: ${reason}`), joinTexts([sameText('('), messages.earliest(earliest), sameText(')')], '')], ' '),
      );
      return { json: answer, words: joinTexts(lines, '\n') };
    },
  },
  {
    name: 'segment',
    takes: "'QUERY'",
    count: [1, 1],
    options: [],
    help: text('how many people a query holds', 'כמה אנשים כוללת שאילתה'),
    saves: false,
    mends: false,
    run: (session, [query = '']) => {
      // On a new book the contacts are still only in the orders.
      if (lastRow(sheetNamed(session.host.workbook, contactsTable.name) ?? blankSheet('')) <= 1) session.ask('sync', {});
      const { count } = session.ask('segment', { query });
      return { json: { count }, words: messages.peopleIn(count) };
    },
  },
  {
    name: 'report',
    takes: '',
    count: [0, 0],
    options: [],
    help: text('make CRM Report anew; print the figures of all tasks that came due', 'להכין מחדש את CRM Report; להדפיס נתונים של כל המשימות שהגיע מועדן'),
    saves: true,
    mends: false,
    run: (session) => {
      session.ask('makeReport', {});
      const { total, byType } = session.ask('report', {});
      return {
        json: { total: onlyFigures(total), byType: byType.map((row) => ({ type: row.type, ...onlyFigures(row) })) },
        words: joinTexts([reportRow(messages.total, total), ...byType.map((row) => reportRow(sameText(row.type), row))], '\n'),
      };
    },
  },
];
