import { Refusal } from '../../../src/shared/problem';
import { joinTexts, sameText, text, type Text } from '../../../src/shared/text';
import type { TaskAction } from '../../../src/tasks/finish-task';
import type { Job } from '../job';
import { cliMessages as messages } from '../messages';
import type { JobOption } from '../options';

const finishing = (action: TaskAction, options: readonly JobOption[], help: Text): Job => ({
  name: action,
  takes: 'TASK-ID',
  count: [1, 1],
  options,
  help,
  saves: true,
  mends: false,
  run: (session, [id = ''], { outcome, note, until }) => {
    if (action === 'snooze' && until === null) throw new Refusal(messages.untilMissing);
    const done = session.ask('finishTasks', { tasks: [{ id, action, outcome, note, until }] });
    const lines = done.flatMap((task): Text[] => [
      messages.taskNow(task.id, task.status, task.dueOn ?? '–', task.outcome ?? ''),
      ...(task.offers === 'reminder' && task.remindOn !== null ? [messages.remindOn(task.remindOn)] : []),
      ...(task.offers === 'do not contact' ? [messages.offerDoNotContact] : []),
    ]);
    return { json: done[0] ?? null, words: joinTexts(lines, '\n') };
  },
});

/** Jobs on tasks: the list, and what a manager does with one. */
export const taskJobs: readonly Job[] = [
  {
    name: 'tasks',
    takes: '',
    count: [0, 0],
    options: [],
    help: text('list the open tasks', 'להציג את המשימות הפתוחות'),
    saves: true,
    mends: false,
    run: (session) => {
      const tasks = session.ask('listTasks', {});
      return {
        json: tasks.map(({ id, email, type, due, status, reason }) => ({ id, email, type, due, status, reason })),
        words:
          tasks.length === 0
            ? messages.noTasks
            : joinTexts(tasks.map(({ id, due, type, name, email, reason }) => sameText(`${due}  ${id}  ${type}  ${name === null ? email : `${name} <${email}>`}${reason === '' ? '' : `\n    ${reason}`}`)), '\n'),
      };
    },
  },
  finishing('complete', ['outcome', 'note', 'until'], text('complete a task', 'להשלים משימה')),
  finishing('skip', ['outcome', 'note', 'until'], text('skip a task, the reason as --outcome', 'לדלג על משימה, הסיבה כ---outcome')),
  finishing('snooze', ['outcome', 'note', 'until'], text('move a task to a later day', 'להעביר משימה ליום מאוחר יותר')),
  finishing('reopen', ['outcome', 'note', 'until'], text('reopen a finished task', 'לפתוח מחדש משימה שהסתיימה')),
  {
    name: 'contacted',
    takes: 'EMAIL',
    count: [1, 1],
    options: ['outcome', 'note'],
    help: text('note that a person was contacted, without a task', 'לרשום שנוצר קשר עם אדם, ללא משימה'),
    saves: true,
    mends: false,
    run: (session, [email = ''], { outcome, note }) => {
      if (outcome === null || outcome.trim() === '') throw new Refusal(messages.outcomeMissing);
      const { id } = session.ask('contacted', { email, outcome, note });
      return { json: { id }, words: messages.contacted(email, id) };
    },
  },
  {
    name: 'make-tasks',
    takes: 'SEGMENT',
    count: [1, 1],
    options: ['due', 'note'],
    help: text('make a task for each person of a segment, by name or query', 'ליצור משימה לכל אדם בסגמנט, לפי שם או שאילתה'),
    saves: true,
    mends: false,
    run: (session, [segment = ''], { due, note }) => {
      const made = session.ask('makeTasks', { segment, due, note });
      return { json: made, words: messages.tasksMade(made.made, made.leftOut) };
    },
  },
  {
    name: 'undo',
    takes: '',
    count: [0, 0],
    options: ['again'],
    help: text('withdraw the untouched tasks of the last run', 'למשוך את המשימות שלא טופלו מהריצה האחרונה'),
    saves: true,
    mends: false,
    run: (session, _args, { again }) => {
      const undone = session.ask('undo', { again });
      return { json: undone, words: messages.undone(undone.run, undone.withdrawn, undone.kept) };
    },
  },
];
