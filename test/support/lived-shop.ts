import { headerOf } from '../../local/cells/sheet';
import { Person } from '../../local/person';
import { randomOf, type Random } from '../../local/sample/random';
import type { CellValue, Sheet, Workbook } from '../../local/workbook/model';
import { addDays, daysBetween, type Day } from '../../src/shared/day';
import { membersFile } from './mailchimp';
import { answerOf, ask, deleteRow, hostOn, night, rowsOf, sheetOf, typeInto } from './shop';

/** A row of an order sheet as it will stand there one day. */
export interface FutureOrder {
  readonly day: Day;
  readonly id: number;
  readonly cells: CellValue[];
  readonly attributes: Sheet['attributes'][number];
}

/** An order is on its way for two days; many are refunded some time after, a few cancelled. */
function statusOn(order: FutureOrder, last: CellValue, today: Day): CellValue {
  const age = daysBetween(order.day, today);
  if (last !== 'completed') return last;
  if (age <= 2) return 'processing';
  if (order.id % 9 === 0 && age > 6 + (order.id % 20)) return 'refunded';
  return order.id % 31 === 0 && age > 4 ? 'cancelled' : 'completed';
}

/** What the shop's import does every night: the sheet written anew with the orders of the days before. */
function revealOrders(sheet: Sheet, orders: readonly FutureOrder[], today: Day): void {
  const at = headerOf(sheet).findIndex((header) => header.endsWith('Status'));
  const known = orders.filter(({ day }) => day < today);
  sheet.values = [sheet.values[0] ?? [], ...known.map((order) => order.cells.with(at, statusOn(order, order.cells[at] ?? null, today)))];
  sheet.attributes = [sheet.attributes[0] ?? [], ...known.map(({ attributes }) => attributes)];
  sheet.maxRows = Math.max(sheet.maxRows, sheet.values.length);
  sheet.dirty = true;
}

export interface Life {
  readonly workbook: Workbook;
  readonly orderSheet: string;
  readonly orders: readonly FutureOrder[];
  readonly from: Day;
  readonly to: Day;
}

/** How often each thing was done, so that a test can see that it was lived through. */
export type Deeds = Map<string, number>;

/** Lets the shop live night by night through the built bundle, with a manager who works its list in every way there is. */
export function live({ workbook, orderSheet, orders, from, to }: Life, before: (workbook: Workbook) => void = () => undefined): Deeds {
  const sheet = sheetOf(workbook, orderSheet);
  const manager = new BusyManager(workbook);
  for (let day = from; day <= to; day = addDays(day, 1)) {
    revealOrders(sheet, orders, day);
    if (day === from) {
      ask(hostOn(workbook, `${day}T01:00`), 'setUp', { takeOver: false });
      before(workbook);
    }
    const run = night(workbook, `${day}T03:00`);
    if (run.Error !== null) throw new Error(`${day}: ${run.Error}`);
    manager.work(day, Number(run['Tasks Made']));
  }
  return manager.deeds;
}

type Row = Record<string, string | number | boolean | null>;

/** Works the list in the sheet and through the screen; what she does looks random and is the same every time. */
class BusyManager {
  readonly deeds: Deeds = new Map();
  private readonly random: Random = randomOf('busy manager');
  private workedDays = 0;

  constructor(private readonly workbook: Workbook) {}

  work(day: Day, made: number): void {
    const tasks = rowsOf(this.workbook, 'CRM Tasks');
    const list = tasks.filter((row) => row['Status'] === 'Pending' && String(row['Due Date']) <= day);
    // Every ninth task is one that nobody feels like doing, until it expires.
    for (const task of list.filter((row) => !isDreaded(row)).slice(0, 7)) this.handle(task, day);
    if (made === 0 || tasks.length < 20) return;
    this.workedDays += 1;
    const finished = tasks.filter((row) => row['Status'] !== 'Pending' && !String(row['Outcome'] ?? '').startsWith('Auto') && daysBetween(String(row['Completed Date']), day) <= 3);
    if (this.workedDays % 9 === 4) this.reopen(finished, day);
    this.seldom(day, tasks);
  }

  private did(what: string): void {
    this.deeds.set(what, (this.deeds.get(what) ?? 0) + 1);
  }

  private get screen() {
    return (day: Day) => hostOn(this.workbook, `${day}T10:00`);
  }

  private handle(task: Row, day: Day): void {
    const id = String(task['Task ID']);
    const finish = (action: 'complete' | 'skip' | 'snooze', outcome: string | null, until: Day | null = null) =>
      ask(this.screen(day), 'finishTasks', { tasks: [{ id, action, outcome, note: null, until }] });
    const deeds: readonly (readonly [what: string, weight: number, act: () => void])[] = [
      ['left for another day', 14, () => undefined],
      ['completed on the screen', 26, () => finish('complete', this.outcome())],
      ['completed on the screen without a word', 3, () => finish('complete', null)],
      ['no answer', 9, () => finish('complete', 'No answer')],
      ['outcome typed', 14, () => this.type(id, 'Outcome', this.outcome(), day)],
      ['outcome pasted', 8, () => typeInto(this.workbook, 'CRM Tasks', ['Task ID', id], 'Outcome', this.outcome())],
      ['status typed', 4, () => this.type(id, 'Status', 'Completed', day)],
      ['skipped with a reason', 6, () => finish('skip', 'Not now')],
      ['skipped in the sheet', 4, () => this.type(id, 'Status', 'Skipped', day)],
      ['snoozed', 6, () => finish('snooze', null, addDays(day, this.random.between(1, 12)))],
      ['due date typed', 3, () => this.type(id, 'Due Date', addDays(day, this.random.between(1, 9)), day)],
      ['reassigned', 6, () => ask(this.screen(day), 'changeTask', { id, was: { assignedTo: String(task['Assigned To'] ?? 'Manager'), note: null }, set: { assignedTo: this.random.pick(['Other', 'Dana', 'dana ', 'Mailchimp']) } })],
      ['assignee cleared', 1, () => typeInto(this.workbook, 'CRM Tasks', ['Task ID', id], 'Assigned To', null)],
      ['done, then undone', 4, () => this.undo(task, day)],
    ];
    const [what, , act] = this.random.weighted(deeds, ([, weight]) => weight);
    if (what === 'reassigned' && task['Note'] !== null) return;
    act();
    this.did(what);
  }

  private outcome(): string {
    return this.random.weighted(['Reached', 'Message sent', 'Left message', 'Wants to order', 'Not interested', 'Wrong number', 'met at the tasting'], (name) => ({ Reached: 40, 'Message sent': 40, 'Wants to order': 8, 'met at the tasting': 5, 'Wrong number': 5 })[name] ?? 3);
  }

  private type(id: string, header: string, words: string, day: Day): void {
    const sheet = sheetOf(this.workbook, 'CRM Tasks');
    const column = headerOf(sheet).indexOf(header);
    const key = headerOf(sheet).indexOf('Task ID');
    const row = sheet.values.findIndex((cells) => cells[key] === id);
    new Person(this.screen(day)).type('CRM Tasks', row + 1, column + 1, words);
  }

  /** Through the screen and back at once, as its undo does. */
  private undo(task: Row, day: Day): void {
    const id = String(task['Task ID']);
    ask(this.screen(day), 'finishTasks', { tasks: [{ id, action: 'complete', outcome: 'Reached', note: null, until: null }] });
    const due = String(task['Due Date']);
    ask(this.screen(day), 'restoreTask', {
      id,
      after: { status: 'Completed', outcome: 'Reached', due },
      before: { status: 'Pending', outcome: null, completedOn: null, due, tries: Number(task['Tries'] ?? 0), lastContactedOn: null, note: task['Note'] === null ? null : String(task['Note']) },
    });
  }

  private reopen(finished: readonly Row[], day: Day): void {
    const [task] = finished;
    if (task === undefined) return;
    ask(this.screen(day), 'finishTasks', { tasks: [{ id: String(task['Task ID']), action: 'reopen', outcome: null, note: null, until: null }] });
    this.did('reopened');
  }

  /** What happens once in a while. */
  private seldom(day: Day, tasks: readonly Row[]): void {
    const n = this.workedDays;
    const people = rowsOf(this.workbook, 'Contacts').filter((row) => row['Customer Status'] !== null && row['Do Not Contact'] === null);
    const known = new Set(people.map((row) => row['Email']));
    const someone = (): string => String(this.random.pick(people)['Email']);
    const acts: readonly (readonly [what: string, every: number, act: () => void])[] = [
      ['contacted now', 4, () => ask(this.screen(day), 'contacted', { email: someone(), outcome: this.outcome(), note: 'called the shop' })],
      ['contacted once more', 2, () => ask(this.screen(day), 'contacted', { email: String(this.random.pick(tasks.filter((row) => row['Status'] !== 'Pending' && known.has(row['Email'])))['Email']), outcome: 'Reached', note: 'once more' })],
      ['made by hand', 5, () => ask(this.screen(day), 'newTasks', { emails: [someone(), someone()], dueOn: addDays(day, this.random.between(0, 6)), note: `by hand ${day}`, assignedTo: 'Dana', refused: 'include' })],
      ['typed as a row', 13, () => this.typeRow(someone(), day)],
      ['exported for Mailchimp', 6, () => ask(this.screen(day), 'exportMailchimp', { confirm: true })],
      ['asked not to be contacted', 16, () => ask(this.screen(day), 'setDoNotContact', { email: String(tasks.find((row) => row['Status'] === 'Pending')?.['Email'] ?? someone()), value: true })],
      ['imported', 17, () => ask(this.screen(day), 'importMailchimp', { dryRun: false, files: [membersFile(n % 2 === 0 ? 'Subscribed' : 'Unsubscribed', ...[someone(), someone(), `never${n}@mail.example`].map((email) => ({ email, since: `${day}T08:00:00` })))] })],
      ['undid a night', 19, () => void answerOf(this.screen(day), 'undo', { again: n % 2 === 0 })],
      ['made for a segment', 26, () => {
        ask(this.screen(day), 'saveSegment', { name: `Segment ${n}`, query: 'total spend > 60 and days since order between 20 and 26', replace: false });
        ask(this.screen(day), 'makeTasks', { segment: `Segment ${n}`, due: null, note: null });
      }],
      ['deleted a row', 33, () => deleteRow(this.workbook, 'CRM Tasks', ['Task ID', String(this.random.pick(tasks)['Task ID'])])],
      ['two addresses, one person', 21, () => {
        const [one, other] = [someone(), someone()];
        if (one !== other) typeInto(this.workbook, 'Contacts', ['Email', one], 'Also Known As', other);
      }],
    ];
    for (const [what, every, act] of acts) {
      if (n % every !== every - 1) continue;
      act();
      this.did(what);
    }
  }

  private typeRow(email: string, day: Day): void {
    const sheet = sheetOf(this.workbook, 'CRM Tasks');
    const header = headerOf(sheet);
    const cells = header.map((name): CellValue => (name === 'Email' ? email : name === 'Note' ? `typed ${day}` : name === 'Task Type' ? 'Tasting' : null));
    sheet.values.push(cells);
    sheet.attributes.push([]);
    sheet.maxRows = Math.max(sheet.maxRows, sheet.values.length);
    sheet.dirty = true;
  }
}

const isDreaded = (task: Row): boolean => {
  const id = String(task['Task ID']);
  return id.charCodeAt(id.length - 1) % 9 === 0;
};
