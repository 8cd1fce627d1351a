import type { Contact } from '../contacts/contacts.table';
import { hashOf } from '../shared/hash';
import type { Problem } from '../shared/problem';
import { fold } from '../shared/text';
import { finishTask, isOpen, type FinishingRules } from './finish-task';
import { tasksMessages } from './finishing-messages';
import { outcomeNamed, type Outcome } from './outcomes';
import { AUTO } from './planning-messages';
import { tasksTable, type HowToReach, type NewTask, type Task, type TaskRowEntry, type TaskRowPatch, type TaskSheetRow } from './tasks.table';

export interface SettledEdits {
  /** What was typed or pasted into rows while nothing ran, brought to the state that the sidebar would have made. */
  readonly entries: readonly TaskRowEntry[];
  readonly patches: readonly TaskRowPatch[];
  readonly problems: readonly Problem[];
  /** Finished tasks that were opened again: what came of them does not count any more. */
  readonly reopened: readonly Task[];
}

export interface SettlingInput extends FinishingRules {
  readonly tasks: readonly TaskSheetRow[];
  /** Rows without a Task ID: typed by hand. */
  readonly keyless: readonly TaskSheetRow[];
  readonly contactOf: (email: string) => Contact | undefined;
  /** The link and language of a hand-made task's message. */
  readonly messageOf: (task: NewTask, contact: Contact) => HowToReach;
  readonly run: string;
}

/** Mends what people did in the sheet itself: outcomes chosen, statuses set, rows typed. The same edit settles once. */
export function settleEdits(input: SettlingInput): SettledEdits {
  const entries: TaskRowEntry[] = [];
  const patches: TaskRowPatch[] = [];
  const problems: Problem[] = [];
  const reopened = input.tasks.filter(isReopened);
  for (const task of input.tasks) {
    const { entry, tries } = settled(task, input);
    if (Object.keys(entry).length > 0) entries.push({ at: task.at, set: entry });
    if (tries !== null) patches.push({ at: task.at, set: { tries } });
  }
  const taken = new Set(input.tasks.map((task) => task.id));
  for (const row of input.keyless) {
    const email = row.email === null ? '' : fold(row.email);
    if (!email.includes('@')) {
      problems.push({ sheet: tasksTable.name, row: row.at, value: row.email ?? '', reason: tasksMessages.typedWithoutAddress.reason, cure: tasksMessages.typedWithoutAddress.cure });
      continue;
    }
    const state = stateOfTyped(row, input);
    patches.push({ at: row.at, set: { ...typedTask(row, email, taken, input), ...state.fill } });
    if (Object.keys(state.change).length > 0) entries.push({ at: row.at, set: state.change });
  }
  return { entries, patches, problems, reopened };
}

/** Pending with a completed date: someone set the status back. */
const isReopened = (task: Task): boolean => task.completedOn !== null && task.status === 'Pending';

function settled(task: Task, input: SettlingInput): { entry: TaskRowEntry['set']; tries: number | null } {
  const nothing = { entry: {}, tries: null };
  if (isOpen(task)) {
    if (isReopened(task)) return { entry: { completedOn: null, outcome: null }, tries: null };
    // A withdrawal that was cut off: tonight's plan ends the task again.
    if (task.outcome !== null && task.outcome.startsWith(AUTO)) return nothing;
    if (task.outcome !== null && task.completedOn === null) {
      const finished = finishTask(task, { action: 'complete', outcome: task.outcome, note: null, until: null }, input);
      return 'entry' in finished ? { entry: finished.entry, tries: finished.tries } : nothing;
    }
    const repaired = {
      ...(task.status === null ? { status: task.completedOn === null ? ('Pending' as const) : ('Completed' as const) } : {}),
      ...(task.dueOn === null ? { dueOn: task.firstDueOn ?? input.today } : {}),
    };
    return { entry: repaired, tries: null };
  }
  return task.completedOn === null ? { entry: { completedOn: input.today }, tries: null } : nothing;
}

function typedTask(row: Task, email: string, taken: Set<string>, input: SettlingInput): TaskRowPatch['set'] {
  const contact = input.contactOf(email);
  const id = freeId(`hand|${email}|${input.today}|${row.type ?? ''}|${row.note ?? ''}`, taken);
  const draft = { id, email, type: row.type ?? 'Custom', name: row.name ?? contact?.name ?? null } as const;
  return {
    ...draft,
    createdOn: row.createdOn ?? input.today,
    dueOn: row.dueOn ?? input.today,
    firstDueOn: row.dueOn ?? input.today,
    assignedTo: row.assignedTo ?? 'Manager',
    run: input.run,
    tries: 0,
    ...(contact === undefined ? {} : withPhone(input.messageOf(draft, contact), row.phone)),
  };
}

const withPhone = (reach: HowToReach, typed: string | null): HowToReach => ({ ...reach, phone: typed ?? reach.phone });

/**
 * Pending, or what the outcome makes of it that the row was typed with: the cells to fill where they are blank, and those to change
 * where something was typed.
 */
function stateOfTyped(row: Task, input: SettlingInput): { readonly fill: TaskRowPatch['set']; readonly change: TaskRowEntry['set'] } {
  if (!isOpen(row)) return { fill: { status: row.status, completedOn: row.completedOn ?? input.today }, change: {} };
  if (row.status === null && row.completedOn !== null) return { fill: { status: 'Completed', completedOn: row.completedOn }, change: {} };
  const finished = row.outcome === null || row.completedOn !== null ? null : finishTask(row, { action: 'complete', outcome: row.outcome, note: null, until: null }, input);
  if (finished === null || !('entry' in finished)) return { fill: { status: 'Pending' }, change: {} };
  const { status = 'Pending', completedOn = null, dueOn = row.dueOn, outcome = row.outcome } = finished.entry;
  const tries = finished.tries === null ? {} : { tries: finished.tries };
  // Where a word is changed, what belongs to it goes with it, so that a stop leaves a row that is still to be settled.
  const done = completedOn === null ? {} : { completedOn };
  const isChanged = row.status !== null && row.status !== status;
  return {
    fill: { ...(row.status === null ? { status } : {}), ...(isChanged ? {} : done), ...(row.dueOn === null && dueOn !== null ? { dueOn } : {}), ...tries },
    change: { ...(row.dueOn !== null && dueOn !== row.dueOn ? { dueOn } : {}), ...(isChanged ? done : {}), ...(outcome === row.outcome ? {} : { outcome }), ...(isChanged ? { status } : {}) },
  };
}

/** An id made from the content; a second task of the same content on the same day gets the next number. */
export function freeId(content: string, taken: Set<string>): string {
  for (let count = 1; ; count += 1) {
    const id = `T-${hashOf(`${content}|${count}`)}`;
    if (!taken.has(id)) {
      taken.add(id);
      return id;
    }
  }
}

/** People whose number was found to be wrong and has not changed since: no call, no WhatsApp. */
export function wrongNumbersIn(tasks: readonly Task[], outcomes: readonly Outcome[]): (contact: Pick<Contact, 'email' | 'phone'>) => boolean {
  const wrong = new Set<string>();
  for (const task of tasks) {
    if (task.status !== 'Completed' || task.outcome === null || task.email === null || task.phone === null) continue;
    if (outcomeNamed(outcomes, task.outcome).then === 'wrong number') wrong.add(`${fold(task.email)}|${digitsOf(task.phone)}`);
  }
  return (contact) => contact.phone !== null && wrong.has(`${contact.email}|${digitsOf(contact.phone)}`);
}

const digitsOf = (phone: string): string => phone.replace(/\D/g, '');
