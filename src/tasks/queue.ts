import type { Contact } from '../contacts/contacts.table';
import { taskTypeOf } from '../rules/task-types';
import { by, groupBy } from '../shared/collections';
import type { Day } from '../shared/day';
import { fold } from '../shared/text';
import { isOpen } from './finish-task';
import type { Message } from './message';
import { itemsInReason } from './reason-facts';
import { DEFAULT_ASSIGNEE, dueOf, isAutoEnded, isForMailchimp } from './task-state';
import type { Task } from './tasks.table';
import type { Channel } from './templates.table';

/** A task of the manager's as the lists show it. JSON, small: there may be thousands. */
export interface QueueTask {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly type: string;
  readonly due: Day;
  readonly status: 'Pending' | 'Completed' | 'Skipped';
  readonly outcome: string | null;
  readonly completedOn: Day | null;
  readonly assignedTo: string;
  /** The person's language, two letters in capitals. */
  readonly language: string | null;
  readonly tries: number;
  readonly note: string | null;
}

/** What is known of a person. */
export interface PersonFacts {
  readonly email: string;
  readonly name: string | null;
  readonly status: string | null;
  readonly language: string | null;
  readonly orders: number | null;
  /** In the shop's currency; null = unknown. */
  readonly spend: number | null;
  readonly lastOrderOn: Day | null;
  /** Median days between orders. */
  readonly usualGap: number | null;
  readonly lastContactedOn: Day | null;
  readonly notes: string | null;
  /** As typed. */
  readonly phone: string | null;
  /** International digits; null where there is no usable number. */
  readonly digits: string | null;
  readonly wrongNumber: boolean;
  /** The address is dead: no mail is offered. */
  readonly cleaned: boolean;
  readonly refusal: 'do not contact' | 'unsubscribed' | null;
  /** In Contacts; a task may name an address that is not. */
  readonly known: boolean;
}

export interface PastTask {
  readonly on: Day;
  readonly type: string;
  readonly status: 'Completed' | 'Skipped';
  readonly outcome: string | null;
  readonly note: string | null;
}

/** All that one needs to reach a person for a task. */
export interface Card {
  /** The task's id; null for a person without one. */
  readonly taskId: string | null;
  readonly person: PersonFacts;
  readonly reason: string | null;
  readonly trigger: string | null;
  /** Names of the last order's items, as far as they are known. */
  readonly items: readonly string[];
  readonly messages: Readonly<Partial<Record<Channel, Message>>>;
  /** Finished tasks, newest first. */
  readonly history: readonly PastTask[];
}

export interface CardFacts {
  readonly contactOf: (email: string) => Contact | undefined;
  readonly message: (taskType: string, channel: Channel, contact: Contact, items: readonly string[]) => Message | null;
  readonly digits: (contact: Contact) => string | null;
  readonly isWrongNumber: (contact: Contact) => boolean;
  readonly today: Day;
}

const HISTORY = 5;
const CHANNELS: readonly Channel[] = ['WhatsApp', 'E-mail', 'Call'];

/** The manager's tasks: what is open, the first to do first, then what was finished today by a person. */
export function queueTasks(tasks: readonly Task[], contactOf: (email: string) => Contact | undefined, today: Day): QueueTask[] {
  const mine = tasks.filter((task) => !isForMailchimp(task));
  const open = mine
    .filter(isOpen)
    .map((task) => ({ task, contact: contactOf(task.email ?? '') }))
    .sort(
      by(
        ({ task }) => dueOf(task, today),
        ({ task }) => taskTypeOf(task.type ?? 'Custom').rank,
        ({ contact }) => -(contact?.totalSpend ?? 0),
        ({ task }) => task.id,
      ),
    );
  const done = mine.filter((task) => !isOpen(task) && task.completedOn === today && !isAutoEnded(task)).map((task) => ({ task, contact: contactOf(task.email ?? '') }));
  return [...open, ...done].map(({ task, contact }) => queueTask(task, contact, today));
}

/** The row as the lists show it. */
export const queueTask = (task: Task, contact: Contact | undefined, today: Day): QueueTask => ({
  id: task.id,
  email: fold(task.email ?? ''),
  name: task.name ?? contact?.name ?? null,
  type: task.type ?? 'Custom',
  due: dueOf(task, today),
  status: task.status ?? 'Pending',
  outcome: task.outcome,
  completedOn: task.completedOn,
  assignedTo: task.assignedTo ?? DEFAULT_ASSIGNEE,
  language: contact?.language ?? task.messageLanguage,
  tries: task.tries ?? 0,
  note: task.note,
});

/** Makes cards of tasks, and of people without one. */
export function cardMaker(tasks: readonly Task[], facts: CardFacts): { ofTask: (task: Task) => Card; ofPerson: (contact: Contact) => Card } {
  const finished = groupBy(
    tasks.filter((task) => !isOpen(task) && task.completedOn !== null && task.email !== null),
    (task) => fold(task.email ?? ''),
  );
  const newestItems = new Map<string, readonly string[]>();
  for (const task of [...tasks].sort(by((task) => task.createdOn ?? ''))) {
    const items = itemsInReason(task.reason);
    if (items.length > 0) newestItems.set(fold(task.email ?? ''), items);
  }
  const historyOf = (email: string): PastTask[] =>
    (finished.get(email) ?? [])
      .map(({ completedOn, type, status, outcome, note }): PastTask => ({ on: completedOn ?? '', type: type ?? 'Custom', status: status === 'Skipped' ? 'Skipped' : 'Completed', outcome, note }))
      .sort(by(({ on }) => on))
      .reverse()
      .slice(0, HISTORY);
  const messagesFor = (type: string, contact: Contact, items: readonly string[]): Card['messages'] =>
    Object.fromEntries(
      CHANNELS.flatMap((channel) => {
        // A name that Reason cut short is no name to write to anyone.
        const message = facts.message(type, channel, contact, items.filter((name) => !name.endsWith('…')));
        return message === null ? [] : [[channel, message] as const];
      }),
    );
  const ofContact = (contact: Contact, task: Task | null): Card => {
    const items = newestItems.get(contact.email) ?? itemsInReason(task?.reason ?? null);
    return {
      taskId: task?.id ?? null,
      person: personFacts(contact, facts),
      reason: task?.reason ?? null,
      trigger: task?.trigger ?? null,
      items,
      messages: messagesFor(task?.type ?? 'Custom', contact, items),
      history: historyOf(contact.email),
    };
  };
  return {
    ofTask: (task) => {
      const contact = facts.contactOf(task.email ?? '');
      if (contact !== undefined) return ofContact(contact, task);
      return { taskId: task.id, person: strangerFacts(task), reason: task.reason, trigger: task.trigger, items: itemsInReason(task.reason), messages: {}, history: historyOf(fold(task.email ?? '')) };
    },
    ofPerson: (contact) => ofContact(contact, null),
  };
}

const personFacts = (contact: Contact, facts: CardFacts): PersonFacts => ({
  email: contact.email,
  name: contact.name,
  status: contact.status,
  language: contact.language,
  orders: contact.totalOrders,
  spend: contact.totalSpend,
  lastOrderOn: contact.lastOrderOn,
  usualGap: contact.usualGap,
  lastContactedOn: contact.lastContactedOn,
  notes: contact.notes,
  phone: contact.phone,
  digits: facts.digits(contact),
  wrongNumber: facts.isWrongNumber(contact),
  cleaned: contact.mailchimpStatus === 'Cleaned',
  refusal: contact.doNotContact === true ? 'do not contact' : contact.mailchimpStatus === 'Unsubscribed' ? 'unsubscribed' : null,
  known: true,
});

/** A task whose address is not in Contacts: what its row tells. */
const strangerFacts = (task: Task): PersonFacts => ({
  email: fold(task.email ?? ''),
  name: task.name,
  status: null,
  language: task.messageLanguage,
  orders: null,
  spend: null,
  lastOrderOn: null,
  usualGap: null,
  lastContactedOn: null,
  notes: null,
  phone: task.phone,
  digits: null,
  wrongNumber: false,
  cleaned: false,
  refusal: null,
  known: false,
});
