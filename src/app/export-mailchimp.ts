import { contactsTable } from '../contacts/contacts.table';
import { indexBy } from '../shared/collections';
import { mailchimpExport } from '../tasks/mailchimp-export';
import { tasksTable } from '../tasks/tasks.table';
import type { Shop } from './shop';
import { openState } from './shop-state';

export interface MailchimpExportAnswer {
  readonly csv: string;
  readonly count: number;
  readonly leftOut: number;
}

/** The open Mailchimp tasks as a file to import there; `confirm`, once it has been sent, completes them. */
export function exportForMailchimp(shop: Shop, confirm: boolean): MailchimpExportAnswer {
  const state = openState(shop);
  const contacts = indexBy(state.image(contactsTable).rows, (contact) => contact.email);
  const image = state.image(tasksTable);
  const { tasks, csv, leftOut } = mailchimpExport(image.rows, (email) => contacts.get(email));
  if (confirm) shop.book.enter(image, tasks.map((task) => ({ at: task.at, set: { status: 'Completed' as const, completedOn: shop.today, outcome: 'Message sent' } })));
  return { csv, count: tasks.length, leftOut };
}
