import { sampleMailchimp } from '../../local/sample/mailchimp';
import type { ContactSheetRow, NewContact } from '../../src/contacts/contacts.table';
import { planImport } from '../../src/contacts/mailchimp/plan-import';
import { readExports } from '../../src/contacts/mailchimp/read-exports';
import { planContactSync } from '../../src/contacts/plan-contact-sync';
import { reconcile } from '../../src/contacts/reconcile';
import type { Order } from '../../src/orders/order';
import { defaultRules } from '../../src/rules/default-rules';
import { parseRules } from '../../src/rules/parse-rules';
import type { Rule } from '../../src/rules/rule';
import type { RuleSheetRow } from '../../src/rules/rules.table';
import { addTaskMakingDays, isTaskMakingDay, nextTaskMakingDay } from '../../src/settings/days-off';
import { defaultDayOffRows } from '../../src/settings/israel-holidays';
import { defaultSettings } from '../../src/settings/parse-settings';
import type { DaysOff, Settings } from '../../src/settings/settings';
import { addDays, dayOf, monthOf, weekdayOf, yearOf, type Day } from '../../src/shared/day';
import { planArchive } from '../../src/tasks/archive';
import type { LedgerSheetRow } from '../../src/tasks/ledger.table';
import type { NightPlan } from '../../src/tasks/night-plan';
import { planNight } from '../../src/tasks/plan-night';
import { defaultOutcomes } from '../../src/tasks/default-outcomes';
import type { FinishingRules } from '../../src/tasks/finish-task';
import type { Outcome } from '../../src/tasks/outcomes';
import { lastContactedIn } from '../../src/tasks/last-contacted';
import type { Task, TaskSheetRow } from '../../src/tasks/tasks.table';

const outcomes: readonly Outcome[] = defaultOutcomes.map(({ outcome, countsAsContact, then, days }) => ({ name: outcome, countsAsContact, then, days: days ?? 0 }));

const blankRule: RuleSheetRow = { ...({ name: null, enabled: null, trigger: null, taskType: null, scope: null, days: null, everyNth: null, minimumValue: null, segment: null, product: null } as const), repeatEvery: null, validForDays: null, assignedTo: null, startOn: null, matchesNow: null, madeSoFar: null, problem: null, id: '', at: 2 };

const blankContact: Omit<ContactSheetRow, 'email' | 'at'> = { name: null, isCustomer: null, isMailchimp: null, language: null, firstOrderOn: null, lastOrderOn: null, totalOrders: null, totalSpend: null, status: null, notes: null, phone: null, mailchimpStatus: null, tags: null, averageOrder: null, usualGap: null, nextOrderExpectedOn: null, lastContactedOn: null, birthday: null, doNotContact: null, alsoKnownAs: null, mailchimpSince: null };

const blankTask: Omit<TaskSheetRow, 'id' | 'at'> = { createdOn: null, dueOn: null, email: null, name: null, type: null, trigger: null, status: null, completedOn: null, outcome: null, assignedTo: null, reason: null, note: null, phone: null, whatsApp: null, messageLanguage: null, rule: null, run: null, firstDueOn: null, tries: null };

/** What the sheets of a shop would hold from night to night; the plans are those of the product. */
export class SimulatedShop {
  contacts: ContactSheetRow[] = [];
  tasks: TaskSheetRow[] = [];
  archive: Task[] = [];
  ledger: LedgerSheetRow[] = [];
  readonly settings: Settings = defaultSettings('Gefen Wines');
  readonly daysOff: DaysOff = new Set(defaultDayOffRows('en').map(({ date }) => date));
  private rules: RuleSheetRow[];
  private rowsSoFar = 1;
  private readonly exports: ReturnType<typeof readExports>;

  constructor(
    public today: Day,
    end: Day,
    everyRule: boolean,
  ) {
    this.rules = defaultRules(today).map((row, i) => ({ ...blankRule, ...row, ...switchedOn(row, everyRule, today), at: i + 2 }));
    this.exports = readExports(sampleMailchimp(end).map(({ name, text }) => ({ name, text })));
  }

  get isTaskMakingDay(): boolean {
    return isTaskMakingDay(this.today, this.settings, this.daysOff);
  }

  finishing = (): FinishingRules => ({
    today: this.today,
    outcomes,
    taskMakingDaysLater: (count) => addTaskMakingDays(this.today, count, this.settings, this.daysOff),
    taskMakingDayAfter: (days) => nextTaskMakingDay(addDays(this.today, days), this.settings, this.daysOff),
  });

  readonly outcomes = outcomes;

  /** The audience as Mailchimp would have exported it today: imported on the first Sunday of each month. */
  importWhenDue(isFirst: boolean): void {
    const first = dayOf(yearOf(this.today), monthOf(this.today), 1) ?? this.today;
    const firstSunday = addDays(first, (7 - weekdayOf(first)) % 7);
    if (!isFirst && this.today !== firstSunday) return;
    const files = this.exports.map((file) => ({ ...file, members: file.members.filter(({ since }) => since === null || since.slice(0, 10) <= this.today) }));
    const plan = planImport({ files, contacts: this.contactRows() });
    this.change(plan.patches);
    this.add(plan.added);
  }

  /** A night as the product plans it, applied. */
  night(orders: readonly Order[]): NightPlan {
    const { settings, today } = this;
    const sync = planContactSync({ orders, contacts: this.contactRows(), settings, today, lastContacted: lastContactedIn([...this.tasks, ...this.archive], outcomes) });
    const reconciled = reconcile(sync, orders);
    if (!reconciled.ok) throw new Error(reconciled.text.en);
    this.change([...sync.patches, ...sync.entries]);
    this.add(sync.added);
    const parsed = parseRules({ rows: this.rules, keyless: [], problems: [] }, [], { settings, today, language: 'en' });
    const plan = planNight({
      today,
      settings,
      daysOff: this.daysOff,
      rules: parsed.rules satisfies readonly Rule[],
      people: sync.people.filter(({ matchable }) => matchable),
      tasks: this.tasks,
      archive: this.archive,
      ledger: this.ledger,
      run: `${today} 03:00 nightly`,
      language: 'en',
      messageOf: () => ({ phone: null, whatsApp: null, messageLanguage: null }),
    });
    this.applyPlan(plan);
    const { leaving } = planArchive(this.tasks, this.archive, settings, today);
    this.archive.push(...leaving);
    this.tasks = this.tasks.filter((task) => !leaving.includes(task));
    return plan;
  }

  /** Sets cells of a task's row. */
  set(at: number, cells: Partial<Task>): void {
    this.tasks = this.tasks.map((task) => (task.at === at ? { ...task, ...cells } : task));
  }

  refuse(email: string): void {
    this.contacts = this.contacts.map((contact) => (contact.email === email ? { ...contact, doNotContact: true } : contact));
  }

  private contactRows(): { rows: readonly ContactSheetRow[]; keyless: readonly ContactSheetRow[] } {
    return { rows: this.contacts, keyless: [] };
  }

  private change(patches: readonly { readonly at: number; readonly set: object }[]): void {
    const sets = new Map<number, object>();
    for (const { at, set } of patches) sets.set(at, { ...sets.get(at), ...set });
    this.contacts = this.contacts.map((contact) => ({ ...contact, ...sets.get(contact.at) }));
  }

  private add(rows: readonly NewContact[]): void {
    for (const row of rows) this.contacts.push({ ...blankContact, ...row, at: (this.rowsSoFar += 1) });
  }

  private applyPlan({ withdrawals, reopened, made, ledgerPatches, ledgerAppends }: NightPlan): void {
    for (const { entry } of withdrawals) this.set(entry.at, entry.set);
    for (const { entry, patch } of reopened) this.set(entry.at, { ...entry.set, ...patch.set });
    for (const task of made) this.tasks.push({ ...blankTask, ...task, at: (this.rowsSoFar += 1) });
    const sets = new Map(ledgerPatches.map(({ at, set }) => [at, set]));
    this.ledger = this.ledger.map((line) => ({ ...line, ...sets.get(line.at) }));
    for (const line of ledgerAppends) this.ledger.push({ taskId: null, rule: null, createdOn: null, run: null, state: null, ...line, at: (this.rowsSoFar += 1) });
  }
}

/** The rules that come switched off, as a manager who wants them all would fill them in. */
function switchedOn(row: { readonly id?: string | null }, everyRule: boolean, startOn: Day): Partial<RuleSheetRow> {
  if (!everyRule || row.id === 'custom') return {};
  return { enabled: true, startOn, ...(row.id === 'product-bought' ? { product: 'Reserve' } : {}) };
}
