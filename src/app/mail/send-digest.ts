import { importProblemsTable } from '../import-problems.table';
import { daysBetween } from '../../shared/day';
import { indexBy } from '../../shared/collections';
import { fold } from '../../shared/text';
import { itemsOf } from '../../rules/reasons';
import { asRow } from '../../sheets/table';
import { isOpen } from '../../tasks/finish-task';
import { dueOf, isForMailchimp } from '../../tasks/task-state';
import { tasksTable, type Task } from '../../tasks/tasks.table';
import { digestMessages } from './digest-messages';
import { digestOf, type DigestTask } from './digest';
import type { Journal } from '../journal';
import type { ShopState } from '../shop-state';
import type { Tonight } from '../night/tonight';

/** Mails the digest, at most once a night: marked before and after, so that one in doubt is reported and never sent again. */
export function sendDigest(state: ShopState, tonight: Tonight, journal: Journal, before: readonly string[] = []): void {
  const { shop } = state;
  const settings = state.settings();
  if (journal.get('digest')?.day === shop.today) return;
  const to = settings.digestTo.length > 0 ? settings.digestTo : ownerOf(state, journal);
  const mail = digestOf({
    today: shop.today,
    language: settings.digestLanguage,
    shop: settings.shopName,
    url: shop.book.url,
    tasks: digestTasks(state, tonight),
    notices: [...before, ...noticesOf(state, tonight, journal)],
  });
  if (mail === null || to.length === 0) return;
  const quota = shop.mail.quotaLeft();
  if (quota !== null && quota < to.length) {
    journal.set({ digest: { day: shop.today, state: 'no quota' } });
    return;
  }
  journal.set({ digest: { day: shop.today, state: 'sending' } });
  const refused = shop.mail.send({ to, ...mail });
  journal.set({ digest: refused === null ? { day: shop.today, state: 'sent' } : { day: shop.today, state: 'failed', cause: refused.slice(0, LONGEST_CAUSE) } });
}

const LONGEST_CAUSE = 300;

const ownerOf = ({ shop }: ShopState, journal: Journal): string[] => [journal.get('trigger')?.owner ?? shop.user].filter((address) => address !== '');

/** The manager's open tasks of the day, oldest due first, as they stand after the night. */
function digestTasks(state: ShopState, tonight: Tonight): DigestTask[] {
  const { today } = state.shop;
  const changed = new Map([...tonight.night.withdrawals.map(({ entry }) => entry), ...tonight.night.reopened.map(({ entry }) => entry)].map(({ at, set }) => [at, set]));
  const standing: Task[] = tonight.tasks.map((task) => ({ ...task, ...changed.get(task.at) }));
  const made: Task[] = tonight.night.made.map((task) => asRow(tasksTable, task));
  const people = indexBy(tonight.contacts.people, ({ contact }) => contact.email);
  return [...standing, ...made]
    .filter((task) => isOpen(task) && !isForMailchimp(task) && dueOf(task, today) <= today)
    .sort((a, b) => (dueOf(a, today) < dueOf(b, today) ? -1 : dueOf(a, today) > dueOf(b, today) ? 1 : 0))
    .map((task): DigestTask => {
      const email = fold(task.email ?? '');
      const known = people.get(email);
      // A task for an alias is for the person whose row stays.
      const person = known?.aliasOf === undefined || known.aliasOf === null ? known : people.get(known.aliasOf);
      const contact = person?.contact;
      const last = person?.orders[person.orders.length - 1];
      const message = contact === undefined || contact.mailchimpStatus === 'Cleaned' ? null : tonight.letters.message(task.type ?? 'Custom', 'E-mail', contact);
      return {
        name: task.name ?? task.email ?? '',
        email: task.email ?? '',
        type: task.type ?? 'Custom',
        reason: task.reason ?? '',
        note: task.note,
        dueOn: dueOf(task, today),
        lastOrder: last === undefined ? null : { on: last.day, items: itemsOf(last) },
        // As it is today: the number may have turned out wrong since the task was made.
        whatsApp: contact === undefined ? linkIn(task.whatsApp) : tonight.letters.messageOf({ ...task }, contact).whatsApp,
        phone: contact === undefined ? null : tonight.letters.digits(contact),
        mail: message,
      };
    });
}

/** A link of ours; whatever else a person put into the cell is no link to tap. */
const linkIn = (cell: string | null): string | null => (cell !== null && cell.startsWith('https://wa.me/') ? cell : null);

/** What the manager should know besides the tasks. */
function noticesOf(state: ShopState, tonight: Tonight, journal: Journal): string[] {
  const { shop } = state;
  const say = digestMessages[state.settings().digestLanguage];
  const lastImport = journal.get('lastImport');
  const importAge = lastImport === null ? null : daysBetween(lastImport, shop.today);
  const toMend = tonight.rules.problems.map(({ value }) => value);
  const problems = tonight.sources.problems.length + tonight.contacts.problems.length + tonight.edits.problems.length;
  const known = state.image(importProblemsTable).rows.length;
  return [
    ...(tonight.night.ledgerRebuilt ? [say.ledgerRebuilt] : []),
    // An import that never was is mentioned once a week, not every morning.
    ...(importAge !== null && importAge > state.settings().importStaleAfterDays ? [say.stale(importAge)] : []),
    ...(toMend.length > 0 ? [say.rulesToMend(toMend.join(', '))] : []),
    // Only new problems are news.
    ...(problems > known ? [say.problems(problems)] : []),
  ];
}
