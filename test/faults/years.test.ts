import { expect, test } from 'vitest';
import { Stopped, TimeExceeded, type Faults, type Host } from '../../local/host';
import type { Workbook } from '../../local/workbook/model';
import { defaultDayOffRows } from '../../src/settings/israel-holidays';
import { addDays, daysBetween, weekdayOf, type Day } from '../../src/shared/day';
import { membersFile } from '../support/mailchimp';
import { ask, hostOn, orderRows, rewriteOrders, rowsOf, sheetOf, shopWith, typeInto, type ShopOrder } from '../support/shop';
import { workbookWith } from '../support/apps-script';

const FROM: Day = '2024-01-01';
/** Three years with `SWEEP=whole npm test`; else four months, in which everything befalls a night at least once. */
const NIGHTS = process.env['SWEEP'] === 'whole' ? 1096 : 125;
/** Ten nights on which no tick came, four of them in a row. */
const MISSING = new Set([40, 200, 201, 202, 203, 377, 512, 640, 811, 990]);
const DOUBLED = new Set([123, 700]);

/** Numbers that look random and are the same every time (Park and Miller). */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => (state = (state * 48271) % 2147483647) % sides;
}

interface Trouble {
  readonly name: string;
  readonly faults: (host: () => Host) => Faults;
}

/** What befalls a tick on every so many-th night; the next hour's tick is undisturbed. */
const troubles: readonly (readonly [every: number, Trouble])[] = [
  [29, { name: 'stopped at some call', faults: () => ({ stopAt: { call: 20 + roll(120), queued: roll(3) } }) }],
  [43, { name: 'a call that fails', faults: () => ({ failAt: { call: 1 + roll(150) } }) }],
  [61, { name: 'lock held', faults: () => ({ lockHeld: true }) }],
  [67, { name: 'mail quota used up', faults: () => ({ mailQuota: 0 }) }],
  [83, { name: 'time budget cut', faults: (host) => ({ between: (call) => void (call === 25 && host().advance(280)) }) }],
  [89, { name: 'killed by Google', faults: () => ({ secondsPerRun: 3 + roll(5), queuedAtKill: roll(2) }) }],
  [97, { name: 'mail not authorised', faults: () => ({ deniedScopes: ['script.send_mail'] }) }],
  [101, { name: 'nothing authorised', faults: () => ({ deniedScopes: ['spreadsheets.currentonly'] }) }],
];
const roll = dice(11);

/** Three years of orders of some 250 people, every 15th refunded twelve days later. */
function ordersOfThreeYears(): ShopOrder[] {
  const take = dice(5);
  const orders = Array.from({ length: 900 }, (_, i): ShopOrder => {
    const date = addDays('2023-10-01', Math.floor((i * (NIGHTS + 90)) / 900));
    const person = take(4) === 0 ? i : take(200);
    return { id: String(10_000 + i), date, email: `p${person}@mail.example`, name: `Person ${person}`, phone: take(3) === 0 ? '' : `050-${1_000_000 + person}`, total: 40 + take(500), language: take(2) === 0 ? 'he' : 'en' };
  });
  return orders;
}

const standingOn = (orders: readonly ShopOrder[], day: Day): ShopOrder[] =>
  orders
    .filter(({ date }) => date < day)
    .map((order) => {
      const age = daysBetween(order.date as Day, day); // addDays made it
      if (Number(order.id) % 15 === 0 && age > 12) return { ...order, status: 'refunded' };
      return age <= 2 ? { ...order, status: 'processing' } : order;
    });

const cents = (amount: number): number => Math.round(amount * 100);
const counted = ({ status = 'completed' }: ShopOrder): boolean => status === 'completed' || status === 'processing';

/** Orders and spend over Contacts against the order sheets, added up here. */
function reconciled(workbook: Workbook, orders: readonly ShopOrder[]): unknown {
  const contacts = rowsOf(workbook, 'Contacts');
  const sum = (header: string): number => contacts.reduce((total, row) => total + cents(Number(row[header] ?? 0)), 0);
  const counting = orders.filter(counted);
  expect([sum('Total Orders') / 100, sum('Total Spend')]).toEqual([counting.length, counting.reduce((total, { total: amount = 0 }) => total + cents(amount), 0)]);
  return contacts.length;
}

const daysOff = new Set<string>(defaultDayOffRows('en').map(({ date }) => String(date)));
const isWorkingDay = (day: Day): boolean => weekdayOf(day) <= 4 && !daysOff.has(day);

test('years of nights: whatever happened in one, the next is right again; nothing is lost, doubled or made up', { timeout: 900_000 }, () => {
  const all = ordersOfThreeYears();
  const workbook = shopWith(standingOn(all, FROM));
  ask(hostOn(workbook, `${FROM}T01:00`), 'setUp', { takeOver: false });
  let archivedUntil: Day = '2023-01-01';
  const happened = new Map<string, number>();
  const count = (what: string): void => void happened.set(what, (happened.get(what) ?? 0) + 1);
  const sizes: string[] = [];

  const tick = (now: string, faults: (host: () => Host) => Faults = () => ({})): Host => {
    const host: Host = hostOn(workbook, now, { faults: faults(() => host) });
    try {
      host.call('tick', [], 'trigger');
    } catch (error) {
      if (!(error instanceof Stopped) && !(error instanceof TimeExceeded)) throw error;
    }
    return host;
  };

  for (let n = 0; n < NIGHTS; n += 1) {
    const day = addDays(FROM, n);
    const orders = standingOn(all, day);
    // Once a year the shop moves what is older than half a year into its archive.
    if (n % 365 === 364) {
      archivedUntil = addDays(day, -180);
      const archive = workbookWith({ Orders_Archive: orderRows(orders.filter(({ date }) => date < archivedUntil)) }).sheets;
      workbook.sheets = [...workbook.sheets.filter(({ name }) => name !== 'Orders_Archive'), ...archive];
    }
    rewriteOrders(workbook, orders.filter(({ date }) => date >= archivedUntil));
    if (MISSING.has(n)) {
      count('missing');
      continue;
    }
    const trouble = troubles.find(([every]) => n % every === every - 1)?.[1] ?? null;
    const hosts = trouble === null ? [] : [tick(`${day}T03:10`, trouble.faults)];
    if (trouble !== null) count(trouble.name);
    hosts.push(tick(`${day}T04:10`));
    if (DOUBLED.has(n)) {
      count('doubled');
      hosts.push(tick(`${day}T04:10`));
      ask(hostOn(workbook, `${day}T04:20`), 'nightly', {});
    }

    // The night is done, its figures are right, its mail went at most once.
    reconciled(workbook, orders);
    const tasks = rowsOf(workbook, 'CRM Tasks');
    const made = tasks.filter((row) => row['Created Date'] === day).length;
    const list = tasks.filter((row) => row['Status'] === 'Pending' && String(row['Due Date']) <= day);
    if (made > 0) expect([day, list.length]).toEqual([day, expect.toSatisfy((length: number) => length <= 8)]);
    if (!isWorkingDay(day)) expect([day, made]).toEqual([day, 0]);
    const mails = hosts.flatMap((host) => host.mails.map(({ subject }) => subject));
    expect([day, trouble?.name, mails.filter((subject) => subject.includes('to contact today')).length]).toEqual([day, trouble?.name, expect.toSatisfy((sent: number) => sent <= 1)]);
    expect(mails.filter((subject) => subject.includes('did not finish')).length).toBeLessThanOrEqual(1);
    expect(rowsOf(workbook, 'CRM Runs').length).toBeLessThanOrEqual(500);

    if (n % 30 === 15) ask(hostOn(workbook, `${day}T08:00`), 'importMailchimp', { dryRun: false, files: [membersFile(n % 60 === 15 ? 'Subscribed' : 'Unsubscribed', { email: `p${n % 200}@mail.example`, birthday: '02-29' })] });
    if (isWorkingDay(day)) work(workbook, day, list);
    if (n % 365 === 364 || n === NIGHTS - 1) {
      const quiet = tick(`${addDays(day, 1)}T02:00`);
      sizes.push(`${day}: ${['Contacts', 'CRM Tasks', 'CRM Task Archive', 'CRM Ledger', 'CRM Runs', 'CRM Import Problems'].map((name) => `${name} ${rowsOf(workbook, name).length}`).join(', ')}; an hour without anything due ${quiet.stats().calls.total} calls`);
      noneTwice(workbook);
    }
  }

  // What a book that never saw any of this makes of the same orders.
  const end = addDays(FROM, NIGHTS - 1);
  const fresh = shopWith(standingOn(all, end));
  ask(hostOn(fresh, `${end}T05:00`), 'sync', {});
  const figures = (book: Workbook): unknown[] => rowsOf(book, 'Contacts').filter((row) => row['Total Orders'] !== 0 || row['First Order Date'] !== null).map((row) => [row['Email'], row['First Order Date'], row['Last Order Date'], row['Total Orders'], row['Total Spend'], row['Customer Status']]).sort();
  expect(figures(workbook)).toEqual(figures(fresh));
  expect(rowsOf(workbook, 'CRM Ledger').length).toBeGreaterThan(NIGHTS / 4);
  expect(happened.size).toBe(troubles.length + 2);
  console.log(`${NIGHTS} nights; ${[...happened].map(([what, times]) => `${what} ${times}`).join(', ')}\n${sizes.join('\n')}`);
});

/** The manager: six a day, most of them finished in the sheet, on Mondays through the sidebar; some get no answer, some are skipped, some are left. */
function work(workbook: Workbook, day: Day, due: readonly Record<string, unknown>[]): void {
  for (const [i, task] of due.slice(0, 6).entries()) {
    const id = String(task['Task ID']);
    const chance = roll(12);
    if (chance === 0) continue;
    const outcome = chance === 1 ? 'No answer' : chance === 2 ? 'Not interested' : 'Reached';
    if (weekdayOf(day) === 1 && i === 0) ask(hostOn(workbook, `${day}T09:00`), 'finishTasks', { tasks: [{ id, action: 'complete', outcome, note: 'ok', until: null }] });
    else if (chance === 3) typeInto(workbook, 'CRM Tasks', ['Task ID', id], 'Status', 'Skipped');
    else typeInto(workbook, 'CRM Tasks', ['Task ID', id], 'Outcome', outcome);
  }
}

/** No task stands twice, no occasion was settled twice, no order and no lapse made two tasks. */
function noneTwice(workbook: Workbook): void {
  const once = (values: readonly unknown[]): void => expect(values.filter((value, i) => values.indexOf(value) !== i)).toEqual([]);
  const tasks = [...rowsOf(workbook, 'CRM Tasks'), ...rowsOf(workbook, 'CRM Task Archive')];
  once(tasks.map((row) => row['Task ID']));
  once(tasks.filter((row) => /Order \d+ completed/.test(String(row['Trigger']))).map((row) => [row['Rule'], row['Email'], row['Trigger']].join(' / ')));
  once(rowsOf(workbook, 'CRM Ledger').map((row) => row['Key']));
  expect(sheetOf(workbook, 'CRM Ledger').hidden).toBe(true);
}
