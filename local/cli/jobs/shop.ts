import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { Refusal } from '../../../src/shared/problem';
import { joinTexts, sameText, text } from '../../../src/shared/text';
import type { Job } from '../job';
import { cliMessages as messages } from '../messages';

function writeWhole(path: string, words: string): void {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, words);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new Refusal(messages.notWritable(path, error instanceof Error && 'code' in error ? String(error.code) : String(error)));
  }
}

/** Jobs on the installation and on what leaves or leaves behind the shop. */
export const shopJobs: readonly Job[] = [
  {
    name: 'set-up',
    takes: '',
    count: [0, 0],
    options: [],
    help: text('make or mend the sheets and install the hourly run', 'ליצור או לתקן את הגיליונות ולהתקין את הריצה השעתית'),
    saves: true,
    mends: true,
    run: (session) => {
      const answer = session.ask('setUp', {});
      return { json: answer, words: joinTexts([messages.sheetsMade(answer.made), messages.ticksBy(answer.triggerOwner)], ' ') };
    },
  },
  {
    name: 'export-mailchimp',
    takes: 'FILE',
    count: [1, 1],
    options: ['sent'],
    help: text('write the people of the open Mailchimp tasks to a CSV file', 'לכתוב את אנשי משימות Mailchimp הפתוחות לקובץ CSV'),
    saves: true,
    mends: false,
    run: (session, [file = ''], { sent }) => {
      const { csv, count, leftOut } = session.ask('exportMailchimp', { confirm: sent });
      const path = session.pathOf(file);
      writeWhole(path, csv);
      const words = messages.exported(count, path);
      return { json: { count, leftOut, file: path }, words: sent || count === 0 ? words : joinTexts([words, messages.sayWhenSent], ' ') };
    },
  },
  {
    name: 'export-person',
    takes: 'EMAIL',
    count: [1, 1],
    options: [],
    help: text('print all that our sheets hold about a person, as JSON', 'להדפיס כ-JSON את כל מה שהגיליונות שלנו יודעים על אדם'),
    saves: true,
    mends: false,
    run: (session, [email = '']) => {
      const data = session.ask('exportPerson', { email });
      return { json: data, words: sameText(JSON.stringify(data, null, 2)) };
    },
  },
  {
    name: 'erase-person',
    takes: 'EMAIL',
    count: [1, 1],
    options: [],
    help: text('blank a person in every sheet of ours; the figures stay', 'למחוק אדם מכל הגיליונות שלנו; הסיכומים נשארים'),
    saves: true,
    mends: false,
    run: (session, [email = '']) => {
      const erased = session.ask('erasePerson', { email });
      return { json: erased, words: messages.erased(erased.email, erased.rows) };
    },
  },
  {
    name: 'check',
    takes: '',
    count: [0, 0],
    options: [],
    help: text('try every platform fact that the add-on relies on, and say what differs', 'לבדוק כל תכונת פלטפורמה שהתוסף נשען עליה, ולומר מה שונה'),
    saves: true,
    mends: false,
    run: (session) => {
      const facts = session.ask('check', {});
      return { json: facts, words: sameText(facts.map(({ fact, ok, detail }) => `${ok ? '✓' : '✗'} ${fact}: ${detail}`).join('\n')) };
    },
  },
];
