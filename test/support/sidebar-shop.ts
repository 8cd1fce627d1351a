import type { NewContact } from '../../src/contacts/contacts.table';
import { addDays } from '../../src/shared/day';
import type { NewTask } from '../../src/tasks/tasks.table';
import { TODAY } from './sidebar';

/** Somebody with orders; what the test is about is named. */
export const customer = (email: string, known: Partial<NewContact> = {}): NewContact => ({
  name: email.split('@')[0] ?? '',
  isCustomer: true,
  language: 'EN',
  firstOrderOn: '2024-02-11',
  lastOrderOn: '2026-03-10',
  totalOrders: 5,
  totalSpend: 1240,
  status: 'Lapsed',
  phone: '050-123-4567',
  mailchimpStatus: 'Subscribed',
  averageOrder: 248,
  usualGap: 45,
  lastContactedOn: '2026-04-02',
  ...known,
  email,
});

/** A task of a rule's, due today. */
export const task = (id: string, email: string, known: Partial<NewTask> = {}): NewTask => ({
  createdOn: addDays(TODAY, -1),
  dueOn: TODAY,
  firstDueOn: TODAY,
  name: email.split('@')[0] ?? '',
  type: 'Win-back',
  trigger: 'No order for 112 days',
  status: 'Pending',
  assignedTo: 'Manager',
  reason: 'Usually orders every 45 days; last order 112 days ago; 1,240 ₪ so far; last: Syrah 2021, Chardonnay Reserve',
  phone: '050-123-4567',
  messageLanguage: 'EN',
  rule: 'Win-back',
  run: 'nightly-1',
  tries: 0,
  ...known,
  id,
  email,
});

/** Four people for today, one of them overdue and one Israeli; one for later, one finished, one for Mailchimp. */
export const smallShop = {
  contacts: [
    customer('dana@mail.example', { name: 'Dana Levi', notes: 'Prefers dry reds.\nAsks for kosher.' }),
    customer('yossi@mail.example', { name: 'יוסי כהן', language: 'HE', phone: '0529876543', totalOrders: 1, totalSpend: 320, status: 'New', usualGap: null, lastContactedOn: null, lastOrderOn: '2026-06-16' }),
    customer('amelia@mail.example', { name: 'Amelia Stone', phone: null, status: 'Repeat' }),
    customer('noam@mail.example', { name: 'Noam Peretz', language: 'HE' }),
    customer('later@mail.example', { name: 'Lia Later' }),
    customer('done@mail.example', { name: 'Dov Done' }),
    customer('letter@mail.example', { name: 'Mia Letter' }),
    customer('nobody@mail.example', { name: 'Nora Notask', status: 'Repeat' }),
    customer('refused@mail.example', { name: 'Rafi Refused', doNotContact: true }),
  ],
  tasks: [
    task('T-dana', 'dana@mail.example', { name: 'Dana Levi', dueOn: '2026-06-27' }),
    task('T-yossi', 'yossi@mail.example', { name: 'יוסי כהן', type: 'Welcome', trigger: 'Order 10432 completed', reason: 'First order, 320 ₪, completed 14 days ago; bought: Rosé 2024', messageLanguage: 'HE' }),
    task('T-amelia', 'amelia@mail.example', { name: 'Amelia Stone', type: 'Follow-up', note: 'Call after lunch' }),
    task('T-noam', 'noam@mail.example', { name: 'Noam Peretz', messageLanguage: 'HE', tries: 2 }),
    task('T-later', 'later@mail.example', { name: 'Lia Later', dueOn: '2026-07-05' }),
    task('T-done', 'done@mail.example', { name: 'Dov Done', status: 'Completed', completedOn: TODAY, outcome: 'Reached' }),
    task('T-old', 'dana@mail.example', { name: 'Dana Levi', status: 'Completed', completedOn: '2026-04-02', outcome: 'Left message', type: 'Follow-up' }),
    task('T-letter', 'letter@mail.example', { name: 'Mia Letter', assignedTo: 'Mailchimp' }),
  ],
} as const;
