import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { erasedKeyFor } from '../../src/contacts/erased';
import { reconcile } from '../../src/contacts/reconcile';
import type { NewContact } from '../../src/contacts/contacts.table';
import type { Order } from '../../src/orders/order';
import { anOrder, contactsSheet, standing, sync, written } from '../support/contacts';

const dana = 'dana@shop.example';

/** The plan of the sheet that this plan leaves behind. */
const again = (input: Parameters<typeof sync>[0]): ReturnType<typeof sync> => sync({ ...input, contacts: written(input.contacts ?? contactsSheet(), sync(input)) });
const writes = ({ added, patches, entries, removed }: ReturnType<typeof sync>): unknown => ({ added, patches, entries, removed });
const nothing = { added: [], patches: [], entries: [], removed: [] };

describe('who is a contact', () => {
  test('everyone in the orders gets a row, in the order in which they first appeared', () => {
    const plan = sync({ orders: [anOrder({ email: 'late@shop.example', day: '2026-02-01' }), anOrder({ email: 'early@shop.example', day: '2026-01-01' })] });
    expect(plan.added.map((row) => row.email)).toEqual(['early@shop.example', 'late@shop.example']);
  });

  test('a person whose only orders do not count is a Prospect with a name, no spend and no dates', () => {
    const { added } = sync({ orders: [anOrder({ counts: false, status: 'cancelled', name: 'Rafi Ofer' })] });
    expect(added[0]).toMatchObject({ name: 'Rafi Ofer', isCustomer: false, status: 'Prospect', totalOrders: 0, totalSpend: 0, firstOrderOn: null, lastOrderOn: null, averageOrder: null });
  });

  test('a row that the manager typed is found whatever the form of its address, which is put right', () => {
    const contacts = contactsSheet({ email: ' Dana@Shop.example\u00a0', notes: 'likes Syrah' });
    const plan = sync({ contacts, orders: [anOrder()] });
    expect(plan.added).toEqual([]);
    expect(plan.patches).toMatchObject([{ at: 2, set: { email: dana, totalOrders: 1 } }]);
  });

  test('a row with an address that is none is reported with its row, and left alone', () => {
    const plan = sync({ contacts: contactsSheet({ email: 'dana at shop' }, { email: '', name: 'Nobody' }) });
    expect(plan.problems.map(({ sheet, row, value }) => ({ sheet, row, value }))).toEqual([
      { sheet: 'Contacts', row: 3, value: 'Nobody' },
      { sheet: 'Contacts', row: 2, value: 'dana at shop' },
    ]);
    expect(writes(plan)).toEqual(nothing);
    expect(plan.people).toEqual([]);
  });

  test('a person whose orders have all gone falls back to a Prospect', () => {
    const before = written(contactsSheet(), sync({ orders: [anOrder(), anOrder(), anOrder()] }));
    const after = standing(sync({ contacts: before, orders: [] }))[dana];
    expect(after).toMatchObject({ status: 'Prospect', isCustomer: false, totalOrders: 0, totalSpend: 0, firstOrderOn: null, lastOrderOn: null, averageOrder: null, usualGap: null, nextOrderExpectedOn: null });
  });
});

describe('figures', () => {
  test('count, spend, average and dates come from the counted orders alone', () => {
    const orders = [
      anOrder({ day: '2026-01-10', total: 320 }),
      anOrder({ day: '2026-03-01', total: 150.5 }),
      anOrder({ day: '2026-06-01', total: 900, counts: false, status: 'refunded' }),
    ];
    expect(standing(sync({ orders }))[dana]).toMatchObject({ totalOrders: 2, totalSpend: 470.5, averageOrder: 235.25, firstOrderOn: '2026-01-10', lastOrderOn: '2026-03-01' });
  });

  test.each<{ totals: (number | null)[]; spend: number | null; average: number | null }>([
    { totals: [0.1, 0.2], spend: 0.3, average: 0.15 },
    { totals: [0.335, 0.335, 0.335], spend: 1.01, average: 0.34 },
    { totals: [100, null], spend: 100, average: 100 },
    { totals: [null, null], spend: null, average: null },
    { totals: [0], spend: 0, average: 0 },
    { totals: [19.99, 0.005], spend: 20, average: 10 },
  ])('orders over $totals are a spend of $spend, $average on average', ({ totals, spend, average }) => {
    expect(standing(sync({ orders: totals.map((total) => anOrder({ total })) }))[dana]).toMatchObject({ totalSpend: spend, averageOrder: average });
  });

  test('orders in another currency count as orders and not as spend', () => {
    const abroad = anOrder({ currency: 'EUR', homeCurrency: false, total: 70 });
    expect(standing(sync({ orders: [anOrder(), abroad] }))[dana]).toMatchObject({ totalOrders: 2, totalSpend: 100, averageOrder: 100 });
    expect(standing(sync({ orders: [abroad] }))[dana]).toMatchObject({ totalOrders: 1, totalSpend: null, averageOrder: null });
  });

  test.each<{ days: string[]; gap: number | null; next: string | null }>([
    { days: ['2026-01-01', '2026-02-01'], gap: null, next: null },
    { days: ['2026-01-01', '2026-01-11', '2026-01-31'], gap: 15, next: '2026-02-15' },
    { days: ['2026-01-01', '2026-01-11', '2026-01-26'], gap: 13, next: '2026-02-08' },
    { days: ['2026-03-01', '2026-01-01', '2026-01-11', '2026-01-31'], gap: 20, next: '2026-03-21' },
    { days: ['2026-01-01', '2026-01-01', '2026-01-31'], gap: 15, next: '2026-02-15' },
  ])('orders on $days come every $gap days, the next on $next', ({ days, gap, next }) => {
    expect(standing(sync({ orders: days.map((day) => anOrder({ day })) }))[dana]).toMatchObject({ usualGap: gap, nextOrderExpectedOn: next });
  });

  test.each<{ days: string[]; status: string }>([
    { days: [], status: 'Prospect' },
    { days: ['2026-06-30'], status: 'New' },
    { days: ['2026-04-01'], status: 'New' },
    { days: ['2026-03-31'], status: 'Lapsed' },
    { days: ['2026-01-01', '2026-04-01'], status: 'Repeat' },
    { days: ['2025-01-01', '2026-03-31'], status: 'Lapsed' },
    { days: ['2026-07-15'], status: 'New' },
  ])('on 30 June orders on $days make a person $status', ({ days, status }) => {
    const contacts = contactsSheet({ email: dana });
    expect(standing(sync({ contacts, orders: days.map((day) => anOrder({ day })) }))[dana]?.status).toBe(status);
  });

  test('orders of one moment follow their number, 999 before 1000', () => {
    const orders = ['1000', 'B-2', '999'].map((id) => anOrder({ id }));
    expect(sync({ orders }).people[0]?.orders.map((order) => order.id)).toEqual(['999', '1000', 'B-2']);
  });
});

describe('columns that are filled where blank', () => {
  test('name, phone and language come from the newest order that has them, counted or not', () => {
    const orders = [
      anOrder({ day: '2026-01-01', name: 'Dana Levi', phone: '0501234567', language: 'HE' }),
      anOrder({ day: '2026-02-01', name: 'Dana Levi-Katz', language: 'EN', counts: false }),
      anOrder({ day: '2026-03-01' }),
    ];
    expect(sync({ orders }).added[0]).toMatchObject({ name: 'Dana Levi-Katz', phone: '0501234567', language: 'EN' });
  });

  test('what the manager typed stays, and a cleared cell is filled again', () => {
    const contacts = contactsSheet({ email: dana, name: 'Dana (neighbour)', phone: null, language: 'FR' });
    const [patch] = sync({ contacts, orders: [anOrder({ name: 'Dana Levi', phone: '=1+1', language: 'HE' })] }).patches;
    expect(patch?.set).toMatchObject({ phone: '=1+1' });
    expect(Object.keys(patch?.set ?? {})).not.toContain('name');
    expect(Object.keys(patch?.set ?? {})).not.toContain('language');
  });

  test.each([
    ['נועה כהן', 'HE'],
    ['Noa כהן', 'HE'],
    ['さくら 田中', 'JA'],
    ['田中', null],
    ['김민수', 'KO'],
    ['Анна', 'RU'],
    ['ليلى', 'AR'],
    ['Marie Müller', null],
    ['Анна כהן', null],
  ])('the script of the name %s speaks %s where no order has a language', (name, language) => {
    expect(sync({ orders: [anOrder({ name })] }).added[0]?.language).toBe(language);
    expect(sync({ orders: [anOrder({ name, language: 'EN' })] }).added[0]?.language).toBe('EN');
  });

  test('a language typed as a word is its code to the rules, and stays as typed in the sheet', () => {
    const plan = sync({ contacts: contactsSheet({ email: dana, language: 'Hebrew' }) });
    expect(standing(plan)[dana]?.language).toBe('HE');
    expect(Object.keys(plan.patches[0]?.set ?? {})).not.toContain('language');
  });
});

describe('last contacted', () => {
  test.each([
    { cell: null, task: '2026-05-01', stands: '2026-05-01' },
    { cell: '2026-06-01', task: '2026-05-01', stands: '2026-06-01' },
    { cell: '2026-04-01', task: '2026-05-01', stands: '2026-05-01' },
  ])('of $cell in the row and $task in the tasks, $stands stands', ({ cell, task, stands }) => {
    const contacts = contactsSheet({ email: dana, lastContactedOn: cell });
    expect(standing(sync({ contacts, lastContacted: new Map([['Dana@shop.example', task]]) }))[dana]?.lastContactedOn).toBe(stands);
  });
});

describe('a contact that was taken back', () => {
  test.each([
    ['was the last one', '2026-06-01', '2026-06-01', null, null],
    ['was the last one, after another', '2026-06-01', '2026-06-01', '2026-05-01', '2026-05-01'],
    ['was not the last one', '2026-06-10', '2026-06-01', '2026-05-01', '2026-06-10'],
    ['was one of two on a day', '2026-06-01', '2026-06-01', '2026-06-01', '2026-06-01'],
  ])('%s', (_what, cell, takenBack, task, stands) => {
    const contacts = contactsSheet({ email: dana, lastContactedOn: cell });
    const lastContacted = new Map(task === null ? [] : [[dana, task]]);
    expect(standing(sync({ contacts, lastContacted, takenBack: new Map([['Dana@shop.example', takenBack]]) }))[dana]?.lastContactedOn).toBe(stands);
  });
});

describe('Also Known As', () => {
  const work = 'dana@work.example';
  const main = (more: Partial<NewContact> = {}): NewContact => ({ email: dana, alsoKnownAs: work, ...more });
  const orders = [anOrder({ day: '2026-01-01' }), anOrder({ email: work, day: '2026-06-01', name: 'Dana Levi', total: 50 })];

  test('orders of the other address count in the row that stays', () => {
    const plan = sync({ contacts: contactsSheet(main(), { email: work }), orders });
    expect(standing(plan)[dana]).toMatchObject({ totalOrders: 2, totalSpend: 150, lastOrderOn: '2026-06-01', name: 'Dana Levi' });
    expect(reconcile(plan, orders)).toEqual({ ok: true });
  });

  test('its own row stays, figures and status blank, matched by no rule', () => {
    const before = written(contactsSheet(), sync({ orders }));
    const withAlias = contactsSheet(...before.rows.map((row) => (row.email === dana ? { ...row, alsoKnownAs: `${work}, ` } : { ...row, notes: 'mine' })));
    const plan = sync({ contacts: withAlias, orders });
    const alias = plan.people.find((person) => person.contact.email === work);
    expect(alias).toMatchObject({ aliasOf: dana, matchable: false, orders: [], contact: { isCustomer: null, status: null, totalOrders: null, totalSpend: null, lastOrderOn: null, notes: 'mine' } });
    expect(plan.removed).toEqual([]);
  });

  test('an alias that has no row gets none', () => {
    expect(sync({ contacts: contactsSheet(main()), orders }).added).toEqual([]);
  });

  test.each([
    { own: 'Subscribed', other: 'Unsubscribed', stands: 'Unsubscribed' },
    { own: 'Unsubscribed', other: 'Subscribed', stands: 'Unsubscribed' },
    { own: null, other: 'Non-subscribed', stands: 'Non-subscribed' },
    { own: 'Cleaned', other: 'Unsubscribed', stands: 'Unsubscribed' },
    { own: 'Subscribed', other: 'Cleaned', stands: 'Subscribed' },
  ] as const)('$own here and $other there is $stands, whichever is newer', ({ own, other, stands }) => {
    for (const [here, there] of [['2025-01-01T10:00:00', '2025-02-01T10:00:00'], ['2025-02-01T10:00:00', '2025-01-01T10:00:00']] as const) {
      const contacts = contactsSheet(main({ mailchimpStatus: own, mailchimpSince: own && here }), { email: work, mailchimpStatus: other, mailchimpSince: there });
      expect(standing(sync({ contacts }))[dana]?.mailchimpStatus).toBe(stands);
    }
  });

  test('Do Not Contact on the other address holds for the person', () => {
    expect(standing(sync({ contacts: contactsSheet(main(), { email: work, doNotContact: true }) }))[dana]?.doNotContact).toBe(true);
  });

  test('a chain rolls up into its end', () => {
    const old = 'dana@old.example';
    const contacts = contactsSheet({ email: work, alsoKnownAs: old }, main(), { email: old });
    const plan = sync({ contacts, orders: [anOrder({ email: old }), ...orders] });
    expect(standing(plan)[dana]?.totalOrders).toBe(3);
    expect(plan.problems).toEqual([]);
  });

  test.each<{ what: string; rows: NewContact[]; counts: Record<string, number | null>; value: string }>([
    { what: 'a circle', rows: [main(), { email: work, alsoKnownAs: dana }], counts: { [dana]: 2, [work]: null }, value: dana },
    { what: 'its own address', rows: [{ email: dana, alsoKnownAs: `Dana@Shop.example, ${work}` }, { email: work }], counts: { [dana]: 2, [work]: null }, value: dana },
    { what: 'an alias of two rows', rows: [{ email: 'zoe@shop.example', alsoKnownAs: work }, main()], counts: { [dana]: 2, 'zoe@shop.example': 0 }, value: work },
    { what: 'an address that is none', rows: [main({ alsoKnownAs: `the office; ${work}` })], counts: { [dana]: 2 }, value: 'the office' },
  ])('$what is reported, and the rest holds in whatever order the rows stand', ({ rows, counts, value }) => {
    for (const ordered of [rows, [...rows].reverse()]) {
      const plan = sync({ contacts: contactsSheet(...ordered), orders });
      expect(plan.problems.map((problem) => problem.value)).toEqual([value]);
      expect(Object.fromEntries(Object.entries(standing(plan)).map(([email, contact]) => [email, contact.totalOrders]))).toEqual(counts);
      expect(reconcile(plan, orders)).toEqual({ ok: true });
    }
  });
});

describe('two rows of one address', () => {
  test('are joined where the manager’s columns agree: notes one below the other, blanks filled, the second row removed', () => {
    const contacts = contactsSheet(
      { email: dana, notes: 'likes Syrah', tags: 'VIP', isCustomer: true },
      { email: 'DANA@shop.example', notes: 'calls on Fridays', phone: '050-1234567', doNotContact: true, tags: 'Club', alsoKnownAs: 'dana@work.example' },
    );
    const plan = sync({ contacts, orders: [anOrder()] });
    expect(plan.removed).toEqual([3]);
    expect(plan.entries).toEqual([{ at: 2, set: { notes: 'likes Syrah\ncalls on Fridays', doNotContact: true, alsoKnownAs: 'dana@work.example' } }]);
    expect(plan.patches).toMatchObject([{ at: 2, set: { phone: '050-1234567', tags: 'VIP, Club', totalOrders: 1 } }]);
    expect(plan.problems).toEqual([]);
  });

  test('joined notes are not joined again where the run was cut off before the row was removed', () => {
    const contacts = contactsSheet({ email: dana, notes: 'a\nb', isCustomer: true }, { email: dana, notes: 'b' });
    expect(sync({ contacts })).toMatchObject({ entries: [], removed: [3] });
  });

  test('are both kept and reported where they differ; one has the figures, also once the sheet is sorted', () => {
    const contacts = contactsSheet({ email: dana, name: 'Dana' }, { email: dana, name: 'Mother', doNotContact: true });
    const orders = [anOrder()];
    const plan = sync({ contacts, orders });
    expect(plan.removed).toEqual([]);
    expect(plan.problems).toMatchObject([{ row: 3, value: dana }]);
    expect(plan.problems[0]?.reason.en).toContain('Name');
    expect(plan.people).toHaveLength(1);
    expect(standing(plan)[dana]?.doNotContact).toBe(true);
    const after = written(contacts, plan);
    expect(after.rows.map((row) => row.totalOrders)).toEqual([1, null]);
    expect(writes(sync({ contacts: contactsSheet(...[...after.rows].reverse()), orders }))).toEqual(nothing);
  });

  test('are both kept where a column of the manager’s own would be lost', () => {
    const contacts = contactsSheet({ email: dana }, { email: dana });
    expect(sync({ contacts, ownCellsOf: (at) => (at === 3 ? ['blue'] : ['']) }).removed).toEqual([]);
    expect(sync({ contacts, ownCellsOf: () => ['blue'] }).removed).toEqual([3]);
  });
});

describe('the erased', () => {
  const row = { email: erasedKeyFor(dana), notes: null };

  test('keep their totals and bring nothing else back', () => {
    const orders = [anOrder({ name: 'Dana Levi', phone: '0501234567', language: 'HE' })];
    const plan = sync({ contacts: contactsSheet(row), orders });
    expect(plan.added).toEqual([]);
    expect(standing(plan)[row.email]).toMatchObject({ name: null, phone: null, language: null, totalOrders: 1, totalSpend: 100 });
    expect(plan.people.every((person) => !person.matchable)).toBe(true);
    expect(reconcile(plan, orders)).toEqual({ ok: true });
  });
});

describe('reconciliation', () => {
  test('an order that is in no row, or twice, is said with both sums', () => {
    const orders = [anOrder({ total: 10 }), anOrder({ total: 20 })];
    const found = reconcile(sync({ orders }), [...orders, anOrder({ total: 5.5 })]);
    expect(found).toMatchObject({ ok: false });
    expect(found.ok ? '' : found.text.en).toMatch(/2 orders and 30\.00 over Contacts, 3 orders and 35\.50/);
  });
});

const emails = fc.constantFrom(...['a', 'b', 'c', 'd', 'e'].map((name) => `${name}@shop.example`));
const days = fc.integer({ min: 1, max: 28 }).chain((date) => fc.integer({ min: 1, max: 12 }).map((month) => `2025-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`));
const someOrders = fc
  .array(
    fc.record({
      email: emails,
      day: days,
      second: fc.constantFrom(0, 3600),
      counts: fc.boolean(),
      homeCurrency: fc.boolean(),
      total: fc.option(fc.integer({ min: 0, max: 100_000 }).map((cents) => cents / 100)),
      name: fc.option(fc.constantFrom('Dana', 'נועה', 'Анна')),
    }),
    { maxLength: 25 },
  )
  .map((list): Order[] => list.map((details, i) => anOrder({ ...details, id: String(i + 1) })));
const someRows = fc.array(
  fc.record({
    email: fc.oneof(emails, emails.map((email) => ` ${email.toUpperCase()}`), fc.constant('no address'), fc.constant('')),
    notes: fc.option(fc.constantFrom('x', 'y', 'x\ny')),
    name: fc.option(fc.constantFrom('Dana', 'Noa')),
    alsoKnownAs: fc.option(fc.array(emails, { maxLength: 3 }).map((list) => list.join(','))),
    mailchimpStatus: fc.option(fc.constantFrom('Subscribed' as const, 'Non-subscribed' as const, 'Unsubscribed' as const, 'Cleaned' as const)),
    mailchimpSince: fc.option(days.map((day) => `${day}T10:00:00`)),
    tags: fc.option(fc.constantFrom('VIP', 'VIP, Club', 'a,b')),
    doNotContact: fc.option(fc.boolean()),
  }),
  { maxLength: 7 },
);

describe('whatever stands in the sheets', () => {
  test('a sync planned again writes nothing, and Contacts agree with the order sheets', () => {
    fc.assert(
      fc.property(someOrders, someRows, (orders, rows) => {
        const contacts = contactsSheet(...rows);
        const first = sync({ orders, contacts });
        expect(reconcile(first, orders)).toEqual({ ok: true });
        const after = written(contacts, first);
        const counted = orders.filter((order) => order.counts).length;
        expect(after.rows.reduce((sum, row) => sum + (row.totalOrders ?? 0), 0)).toBe(counted);
        expect(writes(again({ orders, contacts }))).toEqual(nothing);
      }),
      { numRuns: 400 },
    );
  });

  test('orders in another order give the same contacts', () => {
    fc.assert(
      fc.property(
        someOrders.chain((orders) => fc.tuple(fc.constant(orders), fc.shuffledSubarray(orders, { minLength: orders.length }))),
        ([orders, shuffled]) => {
          expect(sync({ orders: shuffled }).added).toEqual(sync({ orders }).added);
        },
      ),
    );
  });
});
