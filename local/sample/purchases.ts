import { addDays, yearOf, type Day } from '../../src/shared/day';
import { hebrewNames, englishNames } from './names';
import type { Person } from './people';
import type { Random } from './random';
import { beforeTheFeasts } from './seasons';
import { visitsOf, type ShopDays } from './visits';
import { catalogueOf, GIFT_BOX, onShelfIn, type Product } from './wines';

/** How much of everything there is. */
export const sampleSize = {
  orders: 1300,
  /** People with at least one order that counts. */
  customers: 630,
  repeatCustomers: 250,
  /** People whose only orders failed or were cancelled. */
  tried: 10,
  failed: 18,
  cancelled: 24,
  refunded: 14,
  pending: 4,
  onHold: 3,
  withoutAddress: 5,
  twoAts: 1,
  unreadableDate: 1,
} as const;

export interface Line {
  readonly product: Product;
  readonly quantity: number;
  /** In shekels. */
  readonly total: number;
}

export interface Purchase {
  readonly id: number;
  readonly buyer: Person;
  readonly day: Day;
  /** Of the day. */
  readonly second: number;
  readonly status: string;
  readonly lines: readonly Line[];
  readonly coupon: { readonly code: string; readonly amount: number } | null;
  /** In shekels, delivery and coupon included. */
  readonly total: number;
  /** Whom the parcel goes to where that is not the buyer. */
  readonly giftFor: { readonly first: string; readonly last: string } | null;
  readonly note: string;
  /** What is wrong with the row, if anything. */
  readonly flaw: 'no address' | 'two ats' | 'unreadable date' | null;
}

interface Plan {
  readonly buyer: Person;
  readonly day: Day;
  readonly second: number;
  readonly status: string;
  readonly flaw: Purchase['flaw'];
  /** A voucher paid for all of it. */
  readonly free: boolean;
}

const FREE_DELIVERY_FROM = 399;
const DELIVERY = 35;

const secondOf = (random: Random): number =>
  random.weighted(
    [random.between(8, 12), random.between(13, 17), random.between(18, 22), random.between(23, 23), 0],
    (hour) => (hour === 0 ? 1 : hour === 23 ? 4 : hour >= 18 ? 34 : hour >= 13 ? 27 : 34),
  ) *
    3600 +
  random.between(0, 3599);

/** Every order's person, day and status, before anything is put in the basket. */
function plansOf(customers: readonly Person[], triers: readonly Person[], days: ShopDays, random: Random): Plan[] {
  const size = sampleSize;
  const others = size.failed + size.cancelled + size.refunded + size.pending + size.onHold + size.withoutAddress + size.twoAts + size.unreadableDate;
  const visits = visitsOf(customers.length, size.repeatCustomers, size.orders - others, days, random);
  const recent = addDays(days.last, -3);
  const counted = visits.flatMap((dates, index) =>
    dates.map((day): Plan => {
      const buyer = customers[index];
      if (buyer === undefined) throw new Error('A visit without a visitor.');
      const status = day > recent && random.chance(0.8) ? 'processing' : 'completed';
      return { buyer, day, second: secondOf(random), status, flaw: null, free: false };
    }),
  );
  const [emptied, voucher] = random.shuffled(counted.filter(({ status }) => status === 'completed'));
  const paid = counted.map((plan) => (plan === emptied || plan === voucher ? { ...plan, free: true } : plan));

  const extra: Plan[] = [];
  const add = (count: number, status: string, change: (plan: Plan, index: number) => Partial<Plan>, flaw: Purchase['flaw'] = null): void => {
    for (let index = 0; index < count; index += 1) {
      const like = random.pick(counted);
      const plan: Plan = { ...like, second: secondOf(random), status, flaw, free: false };
      extra.push({ ...plan, ...change(plan, index) });
    }
  };
  const someoneWhoOnlyTried = (index: number): Partial<Plan> => {
    const buyer = triers[index];
    return buyer === undefined ? {} : { buyer, day: days.any(random) };
  };
  // A card refused, and the same basket paid a few minutes later.
  add(size.failed, 'failed', ({ second }, index) => ({ second: Math.max(0, second - random.between(120, 900)), ...someoneWhoOnlyTried(index < 4 ? index : triers.length) }));
  add(size.cancelled, 'cancelled', (_, index) => someoneWhoOnlyTried(index < triers.length - 4 ? index + 4 : triers.length));
  add(size.refunded, 'refunded', ({ day }) => ({ day: days.near(random, addDays(day, -20), 15) }));
  add(size.pending, 'pending', () => ({ day: addDays(days.last, -random.between(0, 6)) }));
  add(size.onHold, 'on-hold', () => ({ day: addDays(days.last, -random.between(0, 9)) }));
  add(size.withoutAddress, 'completed', () => ({ day: days.any(random) }), 'no address');
  add(size.twoAts, 'completed', () => ({ day: addDays(days.last, -random.between(40, 200)) }), 'two ats');
  add(size.unreadableDate, 'completed', () => ({ day: addDays(days.last, -random.between(40, 200)) }), 'unreadable date');
  return [...paid, ...extra];
}

/** What one person likes: a few wineries more than the others. */
const tasteOf = (catalogue: readonly Product[], random: Random): ReadonlySet<string> =>
  new Set(random.shuffled(catalogue.filter(({ vintage }) => vintage !== null)).slice(0, 9).map(({ sku }) => sku.slice(0, sku.lastIndexOf('-'))));

function basketOf(taste: ReadonlySet<string>, shelf: readonly Product[], gift: boolean, festive: boolean, random: Random): Line[] {
  const count = gift ? random.between(1, 2) : random.weighted([1, 2, 3, 4, 5], (lines) => [0, 26, 32, 24, 12, 6][lines] ?? 0);
  const chosen = new Map<string, Line>();
  for (let line = 0; line < count; line += 1) {
    const product = random.weighted(shelf, ({ sku, liking }) => liking * (taste.has(sku.slice(0, sku.lastIndexOf('-'))) ? 14 : 1));
    const quantity =
      product.vintage === null ? 1 : random.weighted([1, 2, 3, 6, 12], (bottles) => ({ 1: 46, 2: 30, 3: 11, 6: festive ? 20 : 10, 12: festive ? 4 : 1 })[bottles] ?? 0);
    chosen.set(product.sku, { product, quantity, total: product.price * quantity });
  }
  const box = shelf.find(({ sku }) => sku === GIFT_BOX);
  if (gift && box !== undefined) chosen.set(box.sku, { product: box, quantity: 1, total: box.price });
  return [...chosen.values()];
}

const couponOf = (subtotal: number, festive: boolean, random: Random): Purchase['coupon'] => {
  if (!random.chance(festive ? 0.2 : 0.07)) return null;
  const code = festive ? 'CHAG10' : random.pick(['WELCOME10', 'CLUB10']);
  return { code, amount: Math.round(subtotal * 10) / 100 };
};

const notes = ['Please call before delivery', 'להשאיר אצל השכן, דירה 4', 'Leave with the doorman', 'נא לצרף כרטיס ברכה', 'Gate code 1234', 'רק אחרי 17:00 בבקשה'];

/** All the shop's orders, oldest first, numbered as they came in. */
export function purchasesOf(customers: readonly Person[], triers: readonly Person[], days: ShopDays, random: Random): Purchase[] {
  const catalogue = catalogueOf(yearOf(days.last), random);
  const tastes = new Map([...customers, ...triers].map((person) => [person, tasteOf(catalogue, random)]));
  const plans = plansOf(customers, triers, days, random).sort((a, b) => (a.day === b.day ? a.second - b.second : a.day < b.day ? -1 : 1));
  let id = 10_400;
  return plans.map((plan): Purchase => {
    id += random.weighted([1, 2, 3, 5, 9], (step) => 10 - step);
    const festive = beforeTheFeasts(plan.day);
    const gift = random.chance(festive ? 0.16 : 0.07);
    const names = plan.buyer.speaks === 'he' ? hebrewNames : englishNames;
    const lines = basketOf(tastes.get(plan.buyer) ?? new Set(), onShelfIn(catalogue, yearOf(plan.day)), gift, festive, random);
    const subtotal = lines.reduce((sum, line) => sum + line.total, 0);
    const coupon = plan.free ? { code: 'VOUCHER', amount: subtotal } : couponOf(subtotal, festive, random);
    const delivery = plan.free || subtotal >= FREE_DELIVERY_FROM ? 0 : DELIVERY;
    return {
      id,
      buyer: plan.buyer,
      day: plan.day,
      second: plan.second,
      status: plan.status,
      lines,
      coupon,
      total: Math.round((subtotal - (coupon?.amount ?? 0) + delivery) * 100) / 100,
      giftFor: gift ? { first: random.pick(names.first)[0], last: random.pick(names.last)[0] } : null,
      note: random.chance(0.06) ? random.pick(notes) : '',
      flaw: plan.flaw,
    };
  });
}
