import type { Contact } from '../contacts/contacts.table';
import type { Day } from '../shared/day';
import { fold } from '../shared/text';
import { freeId } from './settle-edits';
import type { HowToReach, NewTask, TaskSheetRow } from './tasks.table';

/** What a person asks for. */
export interface AskedByHand {
  readonly contact: Contact;
  readonly today: Day;
  readonly dueOn: Day;
  readonly note: string | null;
  readonly assignedTo: string;
  /** What the Trigger column says: who or what asked for it. */
  readonly trigger: string;
}

export interface HandMade extends AskedByHand {
  readonly reason: string | null;
  readonly run: string;
  /** Ids in use; the new one is added. */
  readonly taken: Set<string>;
  readonly messageOf: (task: NewTask, contact: Contact) => HowToReach;
}

/** A task that a person asked for: no rule, never withdrawn or expired by the script. */
export function handMadeTask({ contact, today, dueOn, note, assignedTo, trigger, reason, run, taken, messageOf }: HandMade): NewTask {
  const draft = { id: freeId(`hand|${contact.email}|${today}|${trigger}|${note ?? ''}`, taken), email: contact.email, type: 'Custom', name: contact.name } as const;
  return {
    ...draft,
    createdOn: today,
    dueOn,
    firstDueOn: dueOn,
    trigger,
    status: 'Pending',
    assignedTo,
    reason,
    note,
    run,
    tries: 0,
    ...messageOf(draft, contact),
  };
}

/**
 * The task that was made today in answer to the very same wish and still is as it was made (or `finished` so): whoever clicks twice, or
 * again because no answer came, or does what another user just did, gets no second one.
 */
export function standingTask(tasks: readonly TaskSheetRow[], asked: AskedByHand & { readonly finished?: Pick<NewTask, 'status' | 'outcome'> }): TaskSheetRow | undefined {
  const { contact, finished = { status: 'Pending', outcome: null } } = asked;
  return tasks.find(
    (task) =>
      task.rule === null &&
      fold(task.email ?? '') === contact.email &&
      task.createdOn === asked.today &&
      task.trigger === asked.trigger &&
      (task.note ?? '') === (asked.note ?? '') &&
      task.dueOn === asked.dueOn &&
      task.assignedTo === asked.assignedTo &&
      (task.status ?? 'Pending') === finished.status &&
      (task.outcome ?? '') === (finished.outcome ?? ''),
  );
}

/** Why a task by hand for this person needs a second look; null where nothing speaks against it. */
export const refusalOfContact = (contact: Contact): 'do not contact' | 'unsubscribed' | null =>
  contact.doNotContact === true ? 'do not contact' : contact.mailchimpStatus === 'Unsubscribed' ? 'unsubscribed' : null;
