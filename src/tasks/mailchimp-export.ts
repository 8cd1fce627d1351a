import type { Contact } from '../contacts/contacts.table';
import { fold } from '../shared/text';
import { isOpen } from './finish-task';
import type { TaskSheetRow } from './tasks.table';

/** Open tasks that are for Mailchimp to send, of people who are subscribed. */
export interface MailchimpExport {
  readonly tasks: readonly TaskSheetRow[];
  /** The file to import into Mailchimp: address, first and last name, language, the task type as a tag. */
  readonly csv: string;
  /** Open Mailchimp tasks of people who are not subscribed; they stay open. */
  readonly leftOut: number;
}

const HEADER = ['Email Address', 'First Name', 'Last Name', 'Language', 'Tags'] as const;

export function mailchimpExport(tasks: readonly TaskSheetRow[], contactOf: (email: string) => Contact | undefined): MailchimpExport {
  const waiting = tasks.filter((task) => isOpen(task) && task.assignedTo !== null && fold(task.assignedTo) === 'mailchimp');
  const sendable = waiting.flatMap((task) => {
    const contact = task.email === null ? undefined : contactOf(fold(task.email));
    return contact?.mailchimpStatus === 'Subscribed' && contact.doNotContact !== true ? [{ task, contact }] : [];
  });
  const lines = sendable.map(({ task, contact }) => {
    const [first = '', ...rest] = (contact.name ?? '').split(' ');
    return [contact.email, first, rest.join(' '), contact.language ?? '', task.type ?? ''];
  });
  return {
    tasks: sendable.map(({ task }) => task),
    csv: [HEADER, ...lines].map((line) => line.map(csvCell).join(',')).join('\r\n') + '\r\n',
    leftOut: waiting.length - sendable.length,
  };
}

// A name that begins like a formula gets an apostrophe: the file may be opened in a spreadsheet first.
const csvCell = (words: string): string => {
  const safe = /^[=+\-@\t\r]/.test(words) ? `'${words}` : words;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};
