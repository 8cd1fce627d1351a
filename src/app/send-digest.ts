import { importProblemsTable } from './import-problems.table';
import { daysBetween } from '../shared/day';
import { indexBy } from '../shared/collections';
import { fold } from '../shared/text';
import { isOpen } from '../tasks/finish-task';
import { dueOf, isForMailchimp } from '../tasks/task-state';
import { tasksTable, type Task } from '../tasks/tasks.table';
import { digestMessages } from './digest-messages';
import { digestOf, type DigestTask } from './digest';
import type { Journal } from './journal';
import type { ShopState } from './shop-state';
import type { Tonight } from './tonight';

/** Mails the digest, at most once a night: marked before and after, so that one in doubt is reported and never sent again. */
export function sendDigest(state: ShopState, tonight: Tonight, journal: Journal): void {
  const { shop } = state;
  const settings = state.settings();
  const before = journal.get('digest');
  if (before?.day === shop.today) return;
  const to = settings.digestTo.length > 0 ? settings.digestTo : ownerOf(state, journal);
  const mail = digestOf({
    today: shop.today,
    language: settings.digestLanguage,
    shop: settings.shopName,
    url: shop.book.url,
    tasks: digestTasks(state, tonight),
    notices: noticesOf(state, tonight, journal),
  });
  if (mail === null || to.length === 0) return;
  if (shop.mail.quotaLeft() < to.length) {
    journal.set({ digest: { day: shop.today, state: 'no quota' } });
    return;
  }
  journal.set({ digest: { day: shop.today, state: 'sending' } });
  shop.mail.send({ to, ...mail });
  journal.set({ digest: { day: shop.today, state: 'sent' } });
}

const ownerOf = ({ shop }: ShopState, journal: Journal): string[] => [journal.get('trigger')?.owner ?? shop.user].filter((address) => address !== '');

/** The manager's open tasks of the day, oldest due first, as they stand after the night. */
function digestTasks(state: ShopState, tonight: Tonight): DigestTask[] {
  const { today } = state.shop;
  const changed = new Map([...tonight.night.withdrawals.map(({ entry }) => entry), ...tonight.night.reopened.map(({ entry }) => entry)].map(({ at, set }) => [at, set]));
  const standing: Task[] = tonight.tasks.map((task) => ({ ...task, ...changed.get(task.at) }));
  const made: Task[] = tonight.night.made.map((task) => ({ ...blankTask, ...task }));
  const people = indexBy(tonight.people, ({ contact }) => contact.email);
  return [...standing, ...made]
    .filter((task) => isOpen(task) && !isForMailchimp(task) && dueOf(task, today) <= today)
    .sort((a, b) => (dueOf(a, today) < dueOf(b, today) ? -1 : dueOf(a, today) > dueOf(b, today) ? 1 : 0))
    .map((task): DigestTask => {
      const contact = people.get(fold(task.email ?? ''))?.contact;
      const message = contact === undefined || contact.mailchimpStatus === 'Cleaned' ? null : tonight.letters.message(task.type ?? 'Custom', 'E-mail', contact);
      return {
        name: task.name ?? task.email ?? '',
        email: task.email ?? '',
        type: task.type ?? 'Custom',
        reason: task.reason ?? '',
        note: task.note,
        dueOn: dueOf(task, today),
        whatsApp: task.whatsApp,
        phone: contact === undefined ? null : tonight.letters.digits(contact),
        mail: message,
      };
    });
}

const blankTask = Object.fromEntries(Object.keys(tasksTable.columns).map((field) => [field, null])) as unknown as Task; // every field of the table, blank

/** What the manager should know besides the tasks. */
function noticesOf(state: ShopState, tonight: Tonight, journal: Journal): string[] {
  const { shop } = state;
  const say = digestMessages[state.settings().digestLanguage];
  const night = journal.get('night');
  const doubtful = journal.get('digest');
  const lastImport = journal.get('lastImport');
  const importAge = lastImport === null ? null : daysBetween(lastImport, shop.today);
  const toMend = tonight.rules.problems.map(({ value }) => value);
  const problems = tonight.sources.problems.length + tonight.contacts.problems.length + tonight.edits.problems.length;
  const known = state.image(importProblemsTable).rows.length;
  return [
    ...(night !== null && daysBetween(night, shop.today) > 1 ? [say.lateNight(night)] : []),
    ...(doubtful?.state === 'sending' ? [say.mailNotSent(doubtful.day)] : []),
    ...(doubtful?.state === 'no quota' ? [say.noQuota(doubtful.day)] : []),
    ...(tonight.night.ledgerRebuilt ? [say.ledgerRebuilt] : []),
    // An import that never was is mentioned once a week, not every morning.
    ...(importAge !== null && importAge > state.settings().importStaleAfterDays ? [say.stale(importAge)] : []),
    ...(toMend.length > 0 ? [say.rulesToMend(toMend.join(', '))] : []),
    // Only new problems are news.
    ...(problems > known ? [say.problems(problems)] : []),
  ];
}
