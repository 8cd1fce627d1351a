import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rule } from '../../src/rules/rule';
import { addDays, daysBetween } from '../../src/shared/day';
import { isTaskMakingDay } from '../../src/settings/days-off';
import { isOpen } from '../../src/tasks/finish-task';
import { openLedger } from '../../src/tasks/ledger';
import type { NightPlan } from '../../src/tasks/night-plan';
import { isOnTheList } from '../../src/tasks/task-state';
import { taskTypeOf } from '../../src/rules/task-types';
import { previewOf } from '../../src/tasks/preview';
import { readRules, ruleRows } from '../support/rules';
import { PlannedShop, birthday, followUp, highValue, orderRule, taskOf, welcome, winBack } from '../support/planning';

const PEOPLE = 7;
const addressOf = (person: number): string => `p${person}@shop.example`;

/** One thing that happens in the shop; numbers pick among what there is. */
type Act =
  | { readonly act: 'night' | 'again' | 'rename' | 'rule off' }
  | { readonly act: 'holiday'; readonly days: number }
  | { readonly act: 'order'; readonly person: number; readonly back: number; readonly total: number }
  | { readonly act: 'cancel' | 'restore' | 'vanish' | 'complete' | 'skip' | 'plain skip' | 'snooze' | 'note' | 'delete' | 'reopen'; readonly pick: number }
  | { readonly act: 'do not contact' | 'unsubscribe' | 'resubscribe' | 'by hand'; readonly person: number }
  | { readonly act: 'list' | 'cool-down' | 'expire'; readonly to: number }
  | { readonly act: 'undo'; readonly again: boolean };

const pick = fc.nat(30);
const person = fc.nat(PEOPLE - 1);
const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Act>({ act: 'night' }) },
  { weight: 1, arbitrary: fc.constantFrom<Act>({ act: 'again' }, { act: 'rename' }, { act: 'rule off' }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('holiday' as const), days: fc.integer({ min: 1, max: 45 }) }) },
  { weight: 8, arbitrary: fc.record({ act: fc.constant('order' as const), person, back: fc.nat(130), total: fc.nat(2000) }) },
  { weight: 8, arbitrary: fc.record({ act: fc.constantFrom('cancel' as const, 'restore' as const, 'vanish' as const, 'complete' as const, 'skip' as const, 'plain skip' as const, 'snooze' as const, 'note' as const, 'delete' as const, 'reopen' as const), pick }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constantFrom('do not contact' as const, 'unsubscribe' as const, 'resubscribe' as const, 'by hand' as const), person }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constantFrom('list' as const, 'cool-down' as const, 'expire' as const), to: fc.nat(12) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('undo' as const), again: fc.boolean() }) },
);

const handMadeRules: readonly Rule[] = [
  welcome({ startOn: '2026-01-05' }),
  followUp({ startOn: '2026-01-05' }),
  orderRule({ id: 'product', name: 'Product', taskType: 'Product', after: 12, startOn: '2026-01-05', takes: (place) => place % 2 === 0 }),
  winBack(),
  highValue({ every: 40 }),
  birthday({ startOn: '2026-01-05' }),
];

/** The rules that come with it, all enabled, with parameters that make them busy in a small shop. */
const realRules = readRules(
  ruleRows(
    { id: 'welcome', name: 'Welcome', trigger: 'Order completed', taskType: 'Welcome', scope: 'First only', days: 3, startOn: '2026-01-05' },
    { id: 'follow-up', name: 'Follow-up', trigger: 'Order completed', taskType: 'Follow-up', scope: 'Repeat only', days: 10, startOn: '2026-01-05' },
    { id: 'win-back', name: 'Win-back', trigger: 'No order for', taskType: 'Win-back', assignedTo: 'Manager' },
    { id: 'high-value', name: 'High value', trigger: 'Segment', taskType: 'High value', segment: 'total spend >= 1000', repeatEvery: 40 },
    { id: 'first-order', name: 'First order', trigger: 'Segment', taskType: 'Custom', segment: 'mailchimp status = Subscribed and total orders = 0' },
    { id: 'anniversary', name: 'Anniversary', trigger: 'Anniversary of first order', taskType: 'Anniversary', days: 0, startOn: '2026-01-05' },
    { id: 'birthday', name: 'Birthday', trigger: 'Birthday', taskType: 'Birthday', days: 2, startOn: '2026-01-05' },
  ),
).rules;

function newShop(rules: readonly Rule[]): PlannedShop {
  const shop = new PlannedShop('2026-01-05', rules);
  for (let one = 0; one < PEOPLE; one += 1) shop.knows(addressOf(one), { birthday: `0${1 + one}-1${one}` });
  shop.settings = { ...shop.settings, tasksOnTheList: 3 };
  shop.daysOff = new Set(['2026-02-02', '2026-02-03', '2026-04-02']);
  return shop;
}

/** The shop's story and what must hold after each of its nights. */
class Story {
  readonly shop: PlannedShop;
  private readonly made = new Set<string>();
  private orders = 0;
  private hands = 0;

  constructor(private readonly rules: readonly Rule[]) {
    this.shop = newShop(rules);
  }

  happens(act: Act): void {
    const { shop } = this;
    const task = 'pick' in act ? shop.tasks[act.pick % Math.max(1, shop.tasks.length)] : undefined;
    const order = 'pick' in act ? [...shop.orders.values()][act.pick % Math.max(1, shop.orders.size)] : undefined;
    const email = 'person' in act ? addressOf(act.person) : '';
    switch (act.act) {
      case 'night': this.night(); shop.later(1); break;
      case 'again': this.night(); this.night(); break;
      case 'holiday': shop.later(act.days); break;
      case 'order': this.orders += 1; shop.order(`o${this.orders}`, email, addDays(shop.today, -act.back), { total: act.total + 1 }); break;
      case 'cancel': if (order !== undefined) shop.orders.set(order.id, { ...order, status: 'refunded', counts: false }); break;
      case 'restore': if (order !== undefined) shop.orders.set(order.id, { ...order, status: 'completed', counts: true }); break;
      case 'vanish': if (order !== undefined) shop.orders.delete(order.id); break;
      case 'complete': if (task !== undefined && isOpen(task)) shop.complete(task.id); break;
      case 'skip': if (task !== undefined && isOpen(task)) shop.skip(task.id, 'Not now'); break;
      case 'plain skip': if (task !== undefined && isOpen(task)) shop.skip(task.id, null); break;
      case 'snooze': if (task !== undefined && isOpen(task)) shop.set(task.at, { dueOn: addDays(shop.today, 1 + (act.pick % 20)) }); break;
      case 'note': if (task !== undefined) shop.set(task.at, { note: 'Mine' }); break;
      case 'delete': if (task !== undefined) shop.delete(task.id); break;
      case 'reopen': if (task !== undefined && !isOpen(task)) shop.set(task.at, { status: 'Pending', outcome: null, completedOn: null }); break;
      case 'do not contact': shop.knows(email, { doNotContact: true }); break;
      case 'unsubscribe': shop.knows(email, { mailchimpStatus: 'Unsubscribed' }); break;
      case 'resubscribe': shop.knows(email, { mailchimpStatus: 'Subscribed', doNotContact: null }); break;
      case 'by hand': this.byHand(email); break;
      case 'list': shop.settings = { ...shop.settings, tasksOnTheList: act.to }; break;
      case 'cool-down': shop.settings = { ...shop.settings, coolDownDays: act.to * 3, serviceCoolDownDays: act.to }; break;
      case 'expire': shop.settings = { ...shop.settings, expireAfterDays: act.to * 3 }; break;
      case 'rename': shop.rules = shop.rules.map((rule) => ({ ...rule, name: `${rule.name}!` })); break;
      case 'rule off': shop.rules = shop.rules.length === this.rules.length ? shop.rules.slice(1) : this.rules; break;
      case 'undo': this.undo(act.again); break;
    }
  }

  private byHand(email: string): void {
    this.hands += 1;
    this.shop.hasTask(taskOf(`hand ${this.hands}`, email, this.shop.today));
  }

  private undo(again: boolean): void {
    const runs = this.shop.tasks.flatMap(({ run, rule }) => (run === null || rule === null ? [] : [run]));
    const last = runs.sort()[runs.length - 1];
    if (last === undefined) return;
    this.shop.undo(last, again);
    if (again) for (const line of this.shop.ledger) if (line.state === 'undone' && line.taskId !== null) this.made.delete(line.taskId);
  }

  private night(): void {
    const { shop } = this;
    const shuffled = shop.plan({ people: [...shop.people()].reverse(), tasks: [...shop.tasks].reverse(), ledger: [...shop.ledger].reverse(), rules: [...shop.rules].reverse(), archive: [...shop.archive].reverse() });
    const before = new Set(shop.tasks.filter(isOpen).map(({ id }) => id));
    const listedBefore = new Map(shop.tasks.map((task) => [task.id, task]));
    const plan = shop.night();
    expect(tasksOf(shuffled)).toEqual(tasksOf(plan));
    this.onceEach(plan);
    this.listIsKept(plan, listedBefore);
    this.laws(plan, before);
    this.nothingIsLost(plan);
    const second = shop.plan();
    expect([second.made, second.reopened, second.withdrawals, second.ledgerAppends, second.ledgerPatches]).toEqual([[], [], [], [], []]);
  }

  private onceEach(plan: NightPlan): void {
    for (const { id } of plan.made) {
      expect(this.made.has(id)).toBe(false);
      this.made.add(id);
    }
    const ids = [...this.shop.tasks, ...this.shop.archive].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(this.shop.ledger.map(({ key }) => key)).size).toBe(this.shop.ledger.length);
  }

  private listIsKept(plan: NightPlan, before: ReadonlyMap<string, (typeof this.shop.tasks)[number]>): void {
    const { shop } = this;
    const ended = new Set(plan.withdrawals.map(({ task }) => task.id));
    const standing = [...before.values()].filter((task) => isOnTheList(task, shop.today) && !ended.has(task.id)).length;
    const now = [...shop.tasks].filter((task) => isOnTheList(task, shop.today)).length;
    const added = plan.made.length + plan.reopened.length;
    expect(now).toBe(standing + added);
    expect(now).toBeLessThanOrEqual(Math.max(standing, shop.settings.tasksOnTheList));
    if (added > 0) expect(isTaskMakingDay(shop.today, shop.settings, shop.daysOff)).toBe(true);
  }

  private laws(plan: NightPlan, openBefore: ReadonlySet<string>): void {
    const { shop } = this;
    for (const { waiting } of plan.takenUp) {
      const { contact } = waiting.person;
      const service = taskTypeOf(waiting.rule.taskType).service;
      const rest = service ? shop.settings.serviceCoolDownDays : shop.settings.coolDownDays;
      if (contact.lastContactedOn !== null) expect(daysBetween(contact.lastContactedOn, shop.today)).toBeGreaterThanOrEqual(rest);
      expect(contact.doNotContact).not.toBe(true);
      if (!service) expect(contact.mailchimpStatus).not.toBe('Unsubscribed');
      expect(waiting.match.day <= shop.today).toBe(true);
      if (waiting.rule.boundByStart) expect(waiting.match.day >= (waiting.rule.startOn ?? shop.today)).toBe(true);
      if (waiting.rule.validForDays !== null) expect(daysBetween(waiting.match.day, shop.today)).toBeLessThanOrEqual(waiting.rule.validForDays);
      const soon = shop.tasks.filter((task) => task.email === contact.email && isOpen(task) && (task.dueOn ?? '') <= addDays(shop.today, 7));
      expect(soon.map(({ id }) => id)).toEqual([waiting.taskId]);
    }
    for (const { task } of plan.withdrawals) {
      expect(openBefore.has(task.id)).toBe(true);
      expect(task.rule).not.toBeNull();
    }
  }

  private nothingIsLost(plan: NightPlan): void {
    const { shop } = this;
    const said = new Set(plan.held.map(({ rule, occasion }) => `${rule.id}|${occasion}`));
    for (const line of shop.ledger) if (line.state !== 'undone') said.add(line.key);
    for (const { contact, orders, allOrders = orders } of shop.people()) {
      for (const rule of shop.rules) {
        for (const match of rule.matchesIn({ contact, orders, allOrders, today: shop.today, settings: shop.settings })) {
          const over = rule.validForDays !== null && daysBetween(match.day, shop.today) > rule.validForDays;
          const history = over && rule.boundByStart && match.day < (rule.startOn ?? shop.today);
          const last = match.series === undefined ? null : openLedger(shop.ledger).lastOfSeries(`${rule.id}|${match.series.prefix}`);
          const notYetAgain = last !== null && daysBetween(last.createdOn ?? '', shop.today) < (match.series?.everyDays ?? Infinity);
          if (!history && !notYetAgain) expect([...said]).toContain(`${rule.id}|${match.occasion}`);
        }
      }
    }
  }
}

const tasksOf = (plan: NightPlan): unknown => [previewOf(plan).tasks, previewOf(plan).held, plan.withdrawals.map(({ task }) => task.id), [...plan.ledgerAppends].sort((a, b) => (a.key < b.key ? -1 : 1))];

describe('whatever happens between nights', () => {
  test.each([
    ['the rules that come with it', realRules],
    ['rules of other shapes', handMadeRules],
  ])('%s: no occasion makes two tasks, the list is kept, nobody is asked too often or against their will, and no match is lost', (_which, rules) => {
    fc.assert(
      fc.property(fc.array(acts, { minLength: 5, maxLength: 70 }), (story) => {
        const told = new Story(rules);
        for (const act of [...story, { act: 'night' } as const]) told.happens(act);
      }),
      { numRuns: 300 },
    );
  });
});
