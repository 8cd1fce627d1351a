import type { Contact } from '../../src/contacts/contacts.table';
import type { Order } from '../../src/orders/order';
import type { Match, Rule, Subject } from '../../src/rules/rule';
import type { Settings } from '../../src/settings/settings';
import { addDays, dateOf, daysBetween, monthOf, yearOf, type Day } from '../../src/shared/day';
import { hashOf } from '../../src/shared/hash';
import { sameText, text } from '../../src/shared/text';
import { planArchive } from '../../src/tasks/archive';
import type { LedgerSheetRow } from '../../src/tasks/ledger.table';
import type { NightInput } from '../../src/tasks/night-input';
import type { NightPlan } from '../../src/tasks/night-plan';
import type { Person } from '../../src/tasks/people';
import { planNight } from '../../src/tasks/plan-night';
import type { Task, TaskSheetRow } from '../../src/tasks/tasks.table';
import { planUndo } from '../../src/tasks/undo';

export const settings: Settings = {
  orderSheets: [],
  orderColumns: {},
  statusesThatCount: ['completed', 'processing'],
  currency: null,
  lapsedAfterDays: 90,
  lostAfterDays: 365,
  daysToDeliver: 3,
  stopIfOrdersDropBy: 2,
  importStaleAfterDays: 14,
  defaultLanguage: 'EN',
  defaultCountryCode: '972',
  shopName: 'The shop',
  signature: '',
  makeTasksOn: [0, 1, 2, 3, 4],
  tasksOnTheList: 8,
  coolDownDays: 21,
  serviceCoolDownDays: 5,
  skipRestsDays: 7,
  expireAfterDays: 30,
  archiveAfterDays: 90,
  nightlyHour: 3,
  digestTo: [],
  digestLanguage: 'en',
  reorderWindowDays: 30,
};

export const contactOf = (email: string, known: Partial<Contact> = {}): Contact => ({
  email,
  name: email.split('@')[0] ?? '',
  isCustomer: null,
  isMailchimp: null,
  language: 'EN',
  firstOrderOn: null,
  lastOrderOn: null,
  totalOrders: 0,
  totalSpend: 0,
  status: 'Prospect',
  notes: null,
  phone: null,
  mailchimpStatus: null,
  tags: null,
  averageOrder: null,
  usualGap: null,
  nextOrderExpectedOn: null,
  lastContactedOn: null,
  birthday: null,
  doNotContact: null,
  alsoKnownAs: null,
  mailchimpSince: null,
  ...known,
});

export const orderOf = (id: string, email: string, day: Day, known: Partial<Order> = {}): Order => ({
  id,
  email,
  day,
  second: 0,
  completedOn: null,
  status: 'completed',
  counts: true,
  total: 100,
  currency: null,
  homeCurrency: true,
  name: null,
  phone: null,
  language: null,
  items: [],
  sheet: 'Orders',
  row: 2,
  ...known,
});

/** A task's row as it comes from the sheet; made by hand unless a rule is named. */
export const taskOf = (id: string, email: string, dueOn: Day, known: Partial<TaskSheetRow> = {}): TaskSheetRow => ({
  id,
  createdOn: dueOn,
  dueOn,
  email,
  name: null,
  type: 'Custom',
  trigger: null,
  status: 'Pending',
  completedOn: null,
  outcome: null,
  assignedTo: 'Manager',
  reason: null,
  note: null,
  phone: null,
  whatsApp: null,
  messageLanguage: null,
  rule: null,
  run: null,
  firstDueOn: dueOn,
  tries: 0,
  at: 2,
  ...known,
});

/** The person with the figures that these orders give. */
export function personOf(email: string, orders: readonly Order[], known: Partial<Contact> = {}): Person {
  const counted = orders.filter((order) => order.counts).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1));
  const figures = {
    totalOrders: counted.length,
    totalSpend: counted.reduce((sum, order) => sum + (order.total ?? 0), 0),
    firstOrderOn: counted[0]?.day ?? null,
    lastOrderOn: counted[counted.length - 1]?.day ?? null,
    status: counted.length === 0 ? ('Prospect' as const) : counted.length === 1 ? ('New' as const) : ('Repeat' as const),
  };
  return { contact: contactOf(email, { ...figures, ...known }), orders: counted, allOrders: orders };
}

const blankRule: Rule = {
  id: 'r',
  name: 'Rule',
  trigger: 'Order completed',
  taskType: 'Custom',
  assignedTo: null,
  startOn: '2020-01-01',
  boundByStart: true,
  validForDays: null,
  matchesIn: () => [],
  whyNot: () => ({ condition: sameText('it does not match'), earliest: null }),
  mootIn: () => null,
};

const matchOf = (occasion: string, day: Day, what: string, orderId: string | null): Match => ({
  occasion,
  day,
  trigger: text(what, `${what} (he)`),
  reason: text(`because of ${what}`, `${what} (he)`),
  orderId,
});

type OrderRule = Partial<Rule> & { readonly after?: number; readonly takes?: (place: number) => boolean };

/** Made-up order rule: so many days after delivery of the person's orders. */
export function orderRule({ after = 10, takes = () => true, ...known }: OrderRule = {}): Rule {
  return {
    ...blankRule,
    id: 'follow-up',
    name: 'Follow-up',
    taskType: 'Follow-up',
    validForDays: 30,
    matchesIn: ({ orders, today }) =>
      orders
        .filter((order, place) => order.status === 'completed' && takes(place + 1))
        .map((order) => matchOf(order.id, addDays(order.day, 3 + after), `Order ${order.id} completed`, order.id))
        .filter((match) => match.day <= today),
    mootIn: (subject, occasion) =>
      subject?.allOrders.some((order) => order.id === occasion && !order.counts) === true ? text('order cancelled', 'ההזמנה בוטלה') : null,
    ...known,
  };
}

export const followUp = (known: OrderRule = {}): Rule => orderRule({ takes: (place) => place > 1, ...known });
export const welcome = (known: OrderRule = {}): Rule =>
  orderRule({ id: 'welcome', name: 'Welcome', taskType: 'Welcome', validForDays: 21, after: 3, takes: (place) => place === 1, ...known });

/** Made-up lapse rule, as Win-back. */
export const winBack = (known: Partial<Rule> = {}): Rule => ({
  ...blankRule,
  id: 'win-back',
  name: 'Win-back',
  trigger: 'No order for',
  taskType: 'Win-back',
  boundByStart: false,
  matchesIn: ({ orders, today, settings: { lapsedAfterDays, lostAfterDays } }) => {
    const last = orders[orders.length - 1];
    if (last === undefined) return [];
    const gap = daysBetween(last.day, today);
    return gap > lapsedAfterDays && gap <= lostAfterDays ? [matchOf(`last:${last.id}`, addDays(last.day, lapsedAfterDays + 1), `No order for ${gap} days`, last.id)] : [];
  },
  mootIn: (subject, occasion) => {
    const last = subject?.orders[subject.orders.length - 1];
    return last !== undefined && `last:${last.id}` !== occasion ? text('ordered since', 'הזמין מאז') : null;
  },
  ...known,
});

/** Made-up date rule: the contact's birthday of each year. */
export const birthday = (known: Partial<Rule> = {}): Rule => ({
  ...blankRule,
  id: 'birthday',
  name: 'Birthday',
  trigger: 'Birthday',
  taskType: 'Birthday',
  validForDays: 7,
  matchesIn: ({ contact, today }: Subject) => {
    if (contact.birthday === null) return [];
    const day = `${yearOf(today)}-${contact.birthday}`;
    return day <= today ? [matchOf(`${hashOf(contact.email)}:${yearOf(today)}`, day, `Birthday on ${dateOf(day)}/${monthOf(day)}`, null)] : [];
  },
  ...known,
});

/** Made-up state rule: people of at least this spend, once or every so many days. */
export const highValue = ({ atLeast = 1000, every = null, ...known }: Partial<Rule> & { readonly atLeast?: number; readonly every?: number | null } = {}): Rule => ({
  ...blankRule,
  id: 'high-value',
  name: 'High value',
  trigger: 'Segment',
  taskType: 'High value',
  boundByStart: false,
  matchesIn: ({ contact, today }) => {
    if ((contact.totalSpend ?? 0) < atLeast) return [];
    const prefix = `${hashOf(contact.email)}:`;
    const period = every === null ? 'once' : String(Math.floor(daysBetween('2000-01-01', today) / every));
    return [{ ...matchOf(prefix + period, today, 'High value', null), series: { prefix, everyDays: every } }];
  },
  ...known,
});

/** A shop in memory: what the sheets would hold between nights, and the acts of its manager. */
export class PlannedShop {
  readonly orders = new Map<string, Order>();
  readonly contacts = new Map<string, Partial<Contact>>();
  tasks: TaskSheetRow[] = [];
  archive: Task[] = [];
  ledger: LedgerSheetRow[] = [];
  daysOff = new Set<Day>();
  settings: Settings = settings;
  private rowsSoFar = 1;
  private runs = 0;

  constructor(
    public today: Day,
    public rules: readonly Rule[] = [welcome(), followUp(), winBack()],
  ) {}

  order(id: string, email: string, day: Day, known: Partial<Order> = {}): this {
    this.orders.set(id, orderOf(id, email, day, known));
    return this;
  }

  knows(email: string, known: Partial<Contact>): this {
    this.contacts.set(email, { ...this.contacts.get(email), ...known });
    return this;
  }

  hasTask(task: TaskSheetRow): this {
    this.tasks.push({ ...task, at: (this.rowsSoFar += 1) });
    return this;
  }

  people(): Person[] {
    const ofPerson = new Map<string, Order[]>([...this.contacts.keys()].map((email) => [email, []]));
    for (const order of this.orders.values()) ofPerson.set(order.email, [...(ofPerson.get(order.email) ?? []), order]);
    return [...ofPerson].map(([email, orders]) => personOf(email, orders, this.contacts.get(email)));
  }

  input(change: Partial<NightInput> = {}): NightInput {
    return {
      today: this.today,
      settings: this.settings,
      daysOff: this.daysOff,
      rules: this.rules,
      people: this.people(),
      tasks: this.tasks,
      archive: this.archive,
      ledger: this.ledger,
      run: `${this.today} 03:00 nightly ${String(this.runs).padStart(4, '0')}`,
      language: 'en',
      messageOf: (draft, { phone }) => ({ phone, whatsApp: `https://wa.example/${draft.id}`, messageLanguage: 'EN' }),
      ...change,
    };
  }

  plan(change: Partial<NightInput> = {}): NightPlan {
    return planNight(this.input(change));
  }

  /** Plans the night, applies it as the sheets would hold it, archives. */
  night(): NightPlan {
    const plan = this.plan();
    this.runs += 1;
    this.applyTasks(plan);
    this.applyLedger(plan);
    const { leaving } = planArchive(this.tasks, this.archive, this.settings, this.today);
    this.archive.push(...leaving);
    this.tasks = this.tasks.filter((task) => !leaving.includes(task));
    return plan;
  }

  applyTasks(plan: NightPlan): void {
    for (const { entry } of plan.withdrawals) this.set(entry.at, entry.set);
    for (const { entry, patch } of plan.reopened) this.set(entry.at, { ...entry.set, ...patch.set });
    for (const task of plan.made) this.hasTask(taskOf(task.id, task.email ?? '', this.today, { ...task }));
  }

  applyLedger({ ledgerAppends, ledgerPatches }: Pick<NightPlan, 'ledgerAppends' | 'ledgerPatches'>): void {
    for (const { at, set } of ledgerPatches) this.ledger = this.ledger.map((line) => (line.at === at ? { ...line, ...set } : line));
    for (const line of ledgerAppends) {
      this.ledger.push({ taskId: null, rule: null, createdOn: null, run: null, state: null, ...line, at: (this.rowsSoFar += 1) });
    }
  }

  undo(run: string, again: boolean): void {
    const { withdrawals, ledgerPatches } = planUndo({ run, tasks: this.tasks, ledger: this.ledger, rules: this.rules, today: this.today, language: 'en', again });
    for (const entry of withdrawals) this.set(entry.at, entry.set);
    this.applyLedger({ ledgerAppends: [], ledgerPatches });
  }

  /** A change to the row of that number. */
  set(at: number, change: Partial<Task>): void {
    this.tasks = this.tasks.map((task) => (task.at === at ? { ...task, ...change } : task));
  }

  /** Completes the task and notes the contact, as finishing does. */
  complete(id: string): this {
    const task = this.task(id);
    this.set(task.at, { status: 'Completed', completedOn: this.today, outcome: 'Reached' });
    return this.knows(task.email ?? '', { lastContactedOn: this.today });
  }

  skip(id: string, reason: string | null): this {
    this.set(this.task(id).at, { status: 'Skipped', completedOn: this.today, outcome: reason });
    return this;
  }

  delete(id: string): this {
    this.tasks = this.tasks.filter((task) => task.id !== id);
    return this;
  }

  task(id: string): TaskSheetRow {
    const task = this.tasks.find((one) => one.id === id);
    if (task === undefined) throw new Error(`there is no task ${id}`);
    return task;
  }

  later(days: number): this {
    this.today = addDays(this.today, days);
    return this;
  }
}

/** What a plan made or reopened: type and address, best first. */
export const namesOf = (plan: NightPlan): string[] => plan.takenUp.map(({ waiting }) => `${waiting.type.name} ${waiting.person.contact.email}`);
