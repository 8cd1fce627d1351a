import { contactsTable } from '../../contacts/contacts.table';
import { indexBy } from '../../shared/collections';
import { mailchimpExport } from '../../tasks/mailchimp-export';
import { tasksTable } from '../../tasks/tasks.table';
import type { Shop } from '../shop';
import { openState } from '../shop-state';

export interface MailchimpExportAnswer {
  readonly csv: string;
  readonly count: number;
  readonly leftOut: number;
  /** The tasks in the file: what is confirmed as sent. */
  readonly ids: readonly string[];
}

/**
 * The open Mailchimp tasks as a file to import there; `confirm`, once it has been sent, completes them. With `ids` only those
 * that were in the file that was sent: a task made since then has not gone out.
 */
export function exportForMailchimp(shop: Shop, { confirm, ids }: { readonly confirm: boolean; readonly ids?: readonly string[] | undefined }): MailchimpExportAnswer {
  const state = openState(shop);
  const contacts = indexBy(state.image(contactsTable).rows, (contact) => contact.email);
  const image = state.image(tasksTable);
  const { tasks, csv, leftOut } = mailchimpExport(image.rows, (email) => contacts.get(email));
  const sent = ids === undefined ? tasks : tasks.filter((task) => ids.includes(task.id));
  if (!confirm) return { csv, count: tasks.length, leftOut, ids: tasks.map((task) => task.id) };
  const changed = new Set(shop.book.enter(image, sent.map((task) => ({ at: task.at, set: { status: 'Completed' as const, completedOn: shop.today, outcome: 'Message sent' } }))));
  const completed = sent.filter((task) => !changed.has(task.at));
  return { csv, count: completed.length, leftOut, ids: completed.map((task) => task.id) };
}
