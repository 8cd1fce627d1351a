import { contactsTable, type Contact } from '../../contacts/contacts.table';
import { indexBy } from '../../shared/collections';
import type { Day } from '../../shared/day';
import { Refusal } from '../../shared/problem';
import { fold } from '../../shared/text';
import { asRow } from '../../sheets/table';
import { finishTask, isOpen } from '../../tasks/finish-task';
import { handMadeTask, refusalOfContact, standingTask } from '../../tasks/hand-made';
import { addressFinder } from '../../tasks/people';
import { BATCH_JOB } from '../../tasks/undo';
import { autoOutcome } from '../../tasks/withdraw';
import { taskTypeOf } from '../../rules/task-types';
import { tasksTable, type NewTask } from '../../tasks/tasks.table';
import { segmentMembers } from '../segments/count-segment';
import { appMessages } from '../messages';
import { logRun, newRunOf, runIdOf } from '../run-log';
import { runsTable } from '../runs.table';
import type { Shop } from '../shop';
import { correspondence, openState, type ShopState } from '../shop-state';

export interface HandMadeRequest {
  readonly dueOn: Day | null;
  readonly note: string | null;
  readonly assignedTo: string | null;
}

export interface MadeByHand {
  readonly made: number;
  /** The tasks asked for: those made, and those that stood there already. */
  readonly ids: readonly string[];
  /** Asked for before today in the very same words, and still as they were made: not made twice. */
  readonly already: number;
  /** People left out because they refused or unsubscribed. */
  readonly leftOut: number;
}

/** One Custom task for each person of the segment who may be contacted; one batch, undone as one. */
export function makeTasksForSegment(shop: Shop, segment: string, wanted: HandMadeRequest): MadeByHand {
  const state = openState(shop);
  return makeTasks(state, segmentMembers(state, segment).members, segment, wanted, false);
}

/** One Custom task for each of these addresses; people who refused only where `confirmed`. */
export function makeTasksFor(shop: Shop, emails: readonly string[], wanted: HandMadeRequest, confirmed: boolean): MadeByHand {
  const state = openState(shop);
  const contacts = indexBy(state.image(contactsTable).rows, (contact) => contact.email);
  const people = [...new Set(emails.map(fold))].map((email) => contacts.get(email) ?? refuseContact(email));
  return makeTasks(state, people, 'hand', wanted, confirmed);
}

function makeTasks(state: ShopState, people: readonly Contact[], trigger: string, wanted: HandMadeRequest, confirmed: boolean): MadeByHand {
  const { shop } = state;
  const image = state.image(tasksTable);
  const allowed = confirmed ? people : people.filter((contact) => refusalOfContact(contact) === null);
  const taken = new Set(image.rows.map((task) => task.id));
  const run = runIdOf(BATCH_JOB, shop.now, state.image(runsTable).rows);
  const { messageOf } = correspondence(state, () => ({ items: [], day: null }));
  const asked = { today: shop.today, dueOn: wanted.dueOn ?? shop.today, note: wanted.note, assignedTo: wanted.assignedTo ?? 'Manager', trigger };
  const standing = allowed.map((contact) => standingTask(image.rows, { ...asked, contact }));
  const made = allowed.flatMap((contact, i) => (standing[i] === undefined ? [handMadeTask({ ...asked, contact, reason: null, run, taken, messageOf })] : []));
  shop.book.append(image, made);
  if (made.length > 0) logRun(shop.book, state.image(runsTable), newRunOf(shop, run, BATCH_JOB, { tasksMade: made.length }));
  const already = standing.flatMap((task) => task?.id ?? []);
  return { made: made.length, ids: [...already, ...made.map((task) => task.id)], already: already.length, leftOut: people.length - allowed.length };
}

/**
 * Notes a contact that was made without a task, or tried: a completed Custom task. Where it counts as contact, the person's open promotional
 * task is withdrawn. The contact comes first: a stop may leave the other task open, but never takes it away without its reason.
 */
export function contactedNow(shop: Shop, email: string, outcome: string, note: string | null): { readonly id: string } {
  const state = openState(shop);
  const contacts = state.image(contactsTable);
  const addressOf = addressFinder(contacts.rows);
  const contact = contacts.rows.find((row) => row.email === addressOf(email)) ?? refuseContact(email);
  const image = state.image(tasksTable);
  const taken = new Set(image.rows.map((task) => task.id));
  const { messageOf } = correspondence(state, () => ({ items: [], day: null }));
  const asked = { contact, today: shop.today, dueOn: shop.today, note, assignedTo: 'Manager', trigger: appMessages.contactedNow[shop.language] };
  const draft = handMadeTask({ ...asked, reason: null, run: runIdOf('contacted', shop.now, state.image(runsTable).rows), taken, messageOf });
  const open = asRow(tasksTable, draft);
  const finished = finishTask(open, { action: 'complete', outcome, note: null, until: null }, state.finishing());
  if (!('entry' in finished)) throw new Refusal(finished);
  // There is no task to try again: what came of it is put on record as it is.
  const done: NewTask = { ...draft, outcome, status: 'Completed', completedOn: shop.today, ...(finished.tries === null ? {} : { tries: finished.tries }) };
  // The same contact noted again, because the answer to the first time was lost: what followed from it is made good, and no more.
  const noted = standingTask(image.rows, { ...asked, finished: done });
  if (noted === undefined) {
    shop.book.append(image, [done]);
    shop.book.flush();
  }
  const isContact = finished.lastContactedOn !== null;
  const moot = image.rows.filter((task) => isContact && isOpen(task) && task.rule !== null && addressOf(task.email) === contact.email && !taskTypeOf(task.type ?? '').service);
  shop.book.enter(
    image,
    moot.map((task) => ({ at: task.at, set: { status: 'Skipped' as const, completedOn: shop.today, outcome: autoOutcome(appMessages.contactedMeanwhile, shop.language) } })),
  );
  if (isContact) {
    shop.book.patch(contacts, contacts.rows.filter((row) => row.email === contact.email).map((row) => ({ at: row.at, set: { lastContactedOn: finished.lastContactedOn } })));
  }
  return { id: noted?.id ?? done.id };
}

function refuseContact(email: string): never {
  throw new Refusal(appMessages.noSuchContact(email));
}
