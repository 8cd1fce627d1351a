import type { Contact } from '../contacts/contacts.table';
import type { Day } from '../shared/day';
import { freeId } from './settle-edits';
import type { HowToReach, NewTask } from './tasks.table';

export interface HandMade {
  readonly contact: Contact;
  readonly today: Day;
  readonly dueOn: Day;
  readonly note: string | null;
  readonly assignedTo: string;
  /** What the Trigger column says: who or what asked for it. */
  readonly trigger: string;
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

/** Why a task by hand for this person needs a second look; null where nothing speaks against it. */
export const refusalOfContact = (contact: Contact): 'do not contact' | 'unsubscribed' | null =>
  contact.doNotContact === true ? 'do not contact' : contact.mailchimpStatus === 'Unsubscribed' ? 'unsubscribed' : null;
