import { groupBy } from '../../src/shared/collections';
import { addDays, daysBetween, type Day } from '../../src/shared/day';
import type { Order } from '../../src/orders/order';
import type { NightPlan } from '../../src/tasks/night-plan';
import { isOnTheList } from '../../src/tasks/task-state';
import { ledgerKeyOf } from '../../src/tasks/occasion';
import { simulatedManager } from './simulated-manager';
import { SimulatedShop } from './simulated-shop';

export interface Scenario {
  readonly name: string;
  /** Tasks worked off a working day. */
  readonly pace: number;
  readonly everyRule: boolean;
}

export interface NightFigures {
  readonly day: Day;
  readonly isTaskMakingDay: boolean;
  /** Task-making days are this many days apart; 1 = yesterday was one too. */
  readonly sinceLastMakingDay: number;
  readonly made: ReadonlyMap<string, number>;
  readonly reopened: number;
  readonly withdrawn: number;
  readonly expired: number;
  readonly missed: ReadonlyMap<string, number>;
  /** Matches held tonight, by law. */
  readonly held: ReadonlyMap<string, number>;
  /** The manager's list in the morning. */
  readonly list: number;
  readonly worked: number;
}

/** How long a match waited for its task, from its own day (or the first night) on. */
export interface Wait {
  readonly type: string;
  readonly days: number;
  readonly spend: number;
}

export interface Simulated {
  readonly scenario: Scenario;
  readonly nights: readonly NightFigures[];
  readonly waits: readonly Wait[];
  /** Matches that still wait when the time is over, and are free to be made but for the list. */
  readonly waiting: readonly Wait[];
  /** People who waited for a Win-back until their last order was longer ago than `Lost after days`. */
  readonly lost: readonly Wait[];
  readonly shop: SimulatedShop;
}

export interface Period {
  readonly from: Day;
  readonly to: Day;
  /** Days on which the manager is away; the nights go on. */
  readonly away: (day: Day) => boolean;
  /** Nights on which nothing ran. */
  readonly off: (day: Day) => boolean;
}

/** Night by night: orders come in, the night runs, the manager works off what the pace allows. */
export function simulateNights(scenario: Scenario, { from, to, away, off }: Period, ordersOn: (day: Day) => readonly Order[]): Simulated {
  const shop = new SimulatedShop(from, to, scenario.everyRule);
  const works = simulatedManager(scenario.pace);
  const nights: NightFigures[] = [];
  const waits: Wait[] = [];
  const heldSince = new Map<string, { readonly wait: Omit<Wait, 'days'>; readonly since: Day; readonly email: string; readonly law: string }>();
  const lost: Wait[] = [];
  let waiting: Wait[] = [];
  let lastMaking = from;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    shop.today = day;
    shop.importWhenDue(day === from);
    if (!off(day)) {
      const orders = ordersOn(day);
      const plan = shop.night(orders);
      const waitOf = (since: Day): number => daysBetween(since < from ? from : since, day);
      for (const { waiting: taken } of plan.takenUp) {
        if (taken.row === null) waits.push({ type: taken.type.name, days: waitOf(taken.match.day), spend: taken.person.contact.totalSpend ?? 0 });
      }
      const spends = new Map(shop.contacts.map((contact) => [contact.email, contact]));
      const heldNow = new Set<string>();
      waiting = [];
      for (const { rule, email, occasion, law } of plan.held) {
        const key = ledgerKeyOf(rule.id, occasion);
        const wait = { type: rule.taskType, spend: spends.get(email)?.totalSpend ?? 0 };
        const known = { ...(heldSince.get(key) ?? { wait, since: day, email }), law };
        heldSince.set(key, known);
        heldNow.add(key);
        if (law === 'A list one can finish') waiting.push({ ...wait, days: waitOf(known.since) });
      }
      const settled = new Set(shop.ledger.map(({ key }) => key));
      for (const [key, { wait, since, email, law }] of heldSince) {
        if (heldNow.has(key)) continue;
        heldSince.delete(key);
        const last = spends.get(email)?.lastOrderOn ?? null;
        if (!settled.has(key) && law === 'A list one can finish' && wait.type === 'Win-back' && last !== null && daysBetween(last, day) > shop.settings.lostAfterDays) lost.push({ ...wait, days: waitOf(since) });
      }
      nights.push({ ...figuresOf(plan, shop), sinceLastMakingDay: daysBetween(lastMaking, day), worked: shop.isTaskMakingDay && !away(day) ? works(shop) : 0 });
      if (shop.isTaskMakingDay) lastMaking = day;
    }
  }
  return { scenario, nights, waits, waiting, lost, shop };
}

function figuresOf(plan: NightPlan, shop: SimulatedShop): Omit<NightFigures, 'sinceLastMakingDay' | 'worked'> {
  return {
    day: shop.today,
    isTaskMakingDay: shop.isTaskMakingDay,
    made: countBy(plan.made, ({ type }) => type ?? ''),
    reopened: plan.reopened.length,
    withdrawn: plan.withdrawals.filter(({ state }) => state === 'withdrawn').length,
    expired: plan.withdrawals.filter(({ state }) => state === 'expired').length,
    missed: countBy(plan.missed, (one) => `${one.rule.taskType}${isRefused(shop, one.email) ? ' (no consent)' : ''}`),
    held: countBy(plan.held, ({ law }) => law),
    list: shop.tasks.filter((task) => isOnTheList(task, shop.today)).length,
  };
}

const countBy = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, number> => new Map([...groupBy(items, keyOf)].map(([key, group]) => [key, group.length]));

const isRefused = (shop: SimulatedShop, email: string): boolean => shop.contacts.some((contact) => contact.email === email && contact.doNotContact === true);

/** The first two full weeks of August. */
export const inAugust = (day: Day): boolean => day.slice(5, 7) === '08' && Number(day.slice(8)) >= 8 && Number(day.slice(8)) <= 21;
/** Ten nights of one November. */
export const tenNightsOff = (year: number) => (day: Day): boolean => day >= `${year}-11-10` && day <= `${year}-11-19`;
