import { planContactSync, type ContactSyncPlan } from '../../contacts/plan-contact-sync';
import { contactsTable, type Contact } from '../../contacts/contacts.table';
import { reconcile } from '../../contacts/reconcile';
import { erasedKeys } from '../../contacts/erased';
import type { Order } from '../../orders/order';
import { parseRules, type ParsedRules } from '../../rules/parse-rules';
import { rulesTable } from '../../rules/rules.table';
import { segmentsTable } from '../../rules/segments.table';
import { daysOffTable } from '../../settings/days-off.table';
import { settingsTable } from '../../settings/settings.table';
import { groupBy, once } from '../../shared/collections';
import { Refusal, type Problem } from '../../shared/problem';
import { lostKeyOf } from '../../sheets/ensure-tables';
import type { Table } from '../../sheets/table';
import { ledgerTable } from '../../tasks/ledger.table';
import type { NightInput } from '../../tasks/night-input';
import { outcomesTable } from '../../tasks/outcomes.table';
import { templatesTable } from '../../tasks/templates.table';
import type { NightPlan } from '../../tasks/night-plan';
import { planNight } from '../../tasks/plan-night';
import type { Person } from '../../tasks/people';
import { lastContactedIn, takenBackIn } from '../../tasks/last-contacted';
import { settleEdits, type SettledEdits } from '../../tasks/settle-edits';
import { taskArchiveTable, tasksTable, type TaskSheetRow } from '../../tasks/tasks.table';
import { appMessages } from '../messages';
import { readOrderSources, type OrderSources } from '../order-sources';
import { correspondence, type Correspondence, type ShopState } from '../shop-state';
import { refuseOtherZone } from '../set-up/zones';

/** What a sync would do: the edits of the sheet settled, the orders rolled up. */
export interface PlannedSync {
  readonly sources: OrderSources;
  readonly edits: SettledEdits;
  /** CRM Tasks as it stands once the edits are settled. */
  readonly tasks: readonly TaskSheetRow[];
  readonly contacts: ContactSyncPlan;
  readonly people: readonly Person[];
  readonly letters: Correspondence;
}

/** Everything that a night would do, as values: what Preview tonight shows is what the night writes. */
export interface Tonight extends PlannedSync {
  readonly rules: ParsedRules;
  readonly night: NightPlan;
}

/** Before a job writes, its sheets are completed, which refuses rows that have lost their key; a look at what it would do refuses them alike. */
function refuseLostKeys(state: ShopState): void {
  for (const table of [settingsTable, contactsTable, tasksTable, outcomesTable, templatesTable, daysOffTable, segmentsTable]) {
    if (state.image<Table>(table).keyLost) throw lostKeyOf(table);
  }
}

/** Plans the sync, writing nothing. Throws a Refusal where the orders can't be trusted or do not add up. */
export function planSync(state: ShopState, run: string, accept?: 'fewer orders'): PlannedSync {
  const { shop } = state;
  refuseOtherZone(shop);
  refuseLostKeys(state);
  const settings = state.settings();
  const sources = readOrderSources(state, accept);
  const contacts = state.image(contactsTable);
  const outcomes = state.outcomes().outcomes;
  // Most nights few messages are written and nothing was typed: neither is worth making beforehand.
  const lastOrders = once(() => lastOrderByEmail(sources.orders));
  const letters = correspondence(state, (email) => lastOrders().get(email) ?? { items: [], day: null });
  const known = once(() => new Map<string, Contact>(contacts.rows.map((row) => [row.email, row])));
  const edits = settleEdits({
    tasks: state.image(tasksTable).rows,
    keyless: state.image(tasksTable).keyless,
    contactOf: (email) => known().get(email),
    messageOf: letters.messageOf,
    run,
    ...state.finishing(),
  });
  const tasks = afterEdits(state, edits);
  const plan = planContactSync({
    orders: sources.orders,
    alsoSeen: sources.alsoSeen,
    contacts,
    settings,
    today: shop.today,
    // The archive matters only where a contact was taken back: else Last Contacted remembers what it holds.
    lastContacted: lastContactedIn(edits.reopened.length === 0 ? tasks : [...tasks, ...state.image(taskArchiveTable).rows], outcomes),
    takenBack: takenBackIn(edits.reopened, outcomes),
    erasedKeyOf: erasedKeys(contacts.rows),
  });
  const reconciled = reconcile(plan, sources.orders);
  if (!reconciled.ok) throw new Refusal(appMessages.notReconciled(reconciled.text));
  return { sources, edits, tasks, contacts: plan, people: plan.people.filter((person) => person.matchable), letters };
}

/** All that the night's plan follows from, with the sync that it stands on. */
export function nightInput(state: ShopState, run: string): { readonly sync: PlannedSync; readonly rules: ParsedRules; readonly input: NightInput } {
  const { shop } = state;
  const sync = planSync(state, run);
  const rules = parseRules(state.image(rulesTable), state.image(segmentsTable).rows, { settings: state.settings(), today: shop.today, language: shop.language });
  return {
    sync,
    rules,
    input: {
      today: shop.today,
      settings: state.settings(),
      daysOff: state.daysOff().daysOff,
      rules: rules.rules,
      people: sync.people,
      tasks: sync.tasks,
      archive: state.image(taskArchiveTable).rows,
      ledger: state.image(ledgerTable).rows,
      run,
      language: shop.language,
      messageOf: sync.letters.messageOf,
    },
  };
}

/** Plans the whole night, writing nothing. */
export function planTonight(state: ShopState, run: string): Tonight {
  const { sync, rules, input } = nightInput(state, run);
  return { ...sync, rules, night: planNight(input) };
}

/** All the problems that a sync found, for CRM Import Problems. */
export const problemsOf = (sync: PlannedSync, state: ShopState): Problem[] => [
  ...sync.sources.problems,
  ...sync.contacts.problems,
  ...sync.edits.problems,
  ...state.daysOff().problems,
  ...[contactsTable, tasksTable].flatMap((table) => state.image(table).problems),
];

/** CRM Tasks as it stands once the edits are settled. */
function afterEdits(state: ShopState, edits: SettledEdits): TaskSheetRow[] {
  const image = state.image(tasksTable);
  const changes = groupBy<{ at: number; set: Partial<TaskSheetRow> }, number>([...edits.entries, ...edits.patches], (change) => change.at);
  return [...image.rows, ...image.keyless]
    .map((row) => Object.assign({}, row, ...(changes.get(row.at) ?? []).map((change) => change.set)) as TaskSheetRow) // entries and patches are parts of the row
    .filter((row) => row.id !== '');
}

function lastOrderByEmail(orders: readonly Order[]): ReadonlyMap<string, Pick<Order, 'items' | 'day'>> {
  const last = new Map<string, Order>();
  for (const order of orders) {
    if (!order.counts) continue;
    const known = last.get(order.email);
    if (known === undefined || order.day > known.day || (order.day === known.day && order.second >= known.second)) last.set(order.email, order);
  }
  return last;
}
