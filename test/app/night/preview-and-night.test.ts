import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day } from '../../../src/shared/day';
import { textOfCell } from '../../../src/sheets/cell';
import { AppShop, type OrderCells } from '../../support/app-shop';

const PEOPLE = 6;
const addressOf = (person: number): string => `p${person}@mail.example`;

/** One thing that a customer or the manager does between two nights; numbers pick among what there is. */
type Act =
  | { readonly act: 'order'; readonly person: number; readonly back: number; readonly total: number; readonly syrah: boolean }
  | { readonly act: 'cancel' | 'refund' | 'vanish' | 'outcome' | 'skip' | 'delete' | 'note' | 'reopen'; readonly pick: number }
  | { readonly act: 'do not contact'; readonly person: number }
  | { readonly act: 'setting'; readonly name: string; readonly value: string }
  | { readonly act: 'rule'; readonly rule: string; readonly header: string; readonly value: string | number | boolean }
  | { readonly act: 'typed task'; readonly person: number }
  | { readonly act: 'night'; readonly later: number };

const pick = fc.nat(20);
const person = fc.nat(PEOPLE - 1);
const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ act: fc.constant('night' as const), later: fc.constantFrom(0, 1, 1, 1, 2, 5, 11, 40) }) },
  { weight: 6, arbitrary: fc.record({ act: fc.constant('order' as const), person, back: fc.nat(30), total: fc.nat(900), syrah: fc.boolean() }) },
  { weight: 6, arbitrary: fc.record({ act: fc.constantFrom('cancel' as const, 'refund' as const, 'vanish' as const, 'outcome' as const, 'skip' as const, 'delete' as const, 'note' as const, 'reopen' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constantFrom('do not contact' as const, 'typed task' as const), person }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(['Tasks on the list', '2'], ['Tasks on the list', 'many'], ['Cool-down days', '3'], ['Expire after days', '4'], ['Make tasks on', 'Mon'], ['Lapsed after days', '20'])
      .map(([name = '', value = '']): Act => ({ act: 'setting', name, value })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom<readonly [string, string, string | number | boolean]>(
        ['Win-back', 'Enabled', false],
        ['Win-back', 'Enabled', true],
        ['Follow-up', 'Days', 'ten'],
        ['Follow-up', 'Days', 4],
        ['Welcome', 'Rule', 'Hello'],
        ['High value', 'Enabled', true],
        ['High value', 'Segment', 'total spend >= 300'],
        ['High value', 'Repeat Every', 30],
        ['Product bought', 'Enabled', true],
        ['Product bought', 'Product', 'syrah'],
        ['Anniversary', 'Enabled', true],
        ['Birthday', 'Trigger', 'Order completed'],
        ['Birthday', 'Enabled', true],
      )
      .map(([rule, header, value]): Act => ({ act: 'rule', rule, header, value })),
  },
);

/** A shop in memory, what happens in it, and what must hold on each of its nights. */
class Story {
  private readonly shop = new AppShop();
  private today: Day = '2026-06-01';
  private orders: OrderCells[] = Array.from({ length: PEOPLE }, (_, i) => ({ id: `${i}`, date: addDays('2026-03-03', 7 * i), email: addressOf(i), total: String(100 * i) }));
  private made = PEOPLE;

  constructor() {
    this.night(0);
  }

  happens(act: Act): void {
    const { shop } = this;
    const order = 'pick' in act ? this.orders[act.pick % this.orders.length] : undefined;
    const task = 'pick' in act ? this.taskIds[act.pick % Math.max(1, this.taskIds.length)] : undefined;
    const typeTask = (header: string, cell: string): void => void (task !== undefined && shop.type('CRM Tasks', ['Task ID', task], header, cell));
    switch (act.act) {
      case 'night': this.night(act.later); break;
      case 'order': this.orders.push({ id: `${(this.made += 1)}`, date: addDays(this.today, -act.back), email: addressOf(act.person), total: String(act.total), items: act.syrah ? 'Syrah 2021' : '' }); break;
      case 'cancel': this.status(order?.id, 'cancelled'); break;
      case 'refund': this.status(order?.id, 'refunded'); break;
      case 'vanish': if (this.orders.length > PEOPLE) this.orders = this.orders.filter((one) => one !== order); break;
      case 'outcome': typeTask('Outcome', act.pick % 2 === 0 ? 'Reached' : 'No answer'); break;
      case 'skip': typeTask('Status', 'Skipped'); break;
      case 'note': typeTask('Note', 'Mine'); break;
      case 'reopen': typeTask('Status', 'Pending'); break;
      case 'delete': if (task !== undefined) shop.deleteRow('CRM Tasks', 'Task ID', task); break;
      case 'do not contact': shop.type('Contacts', ['Email', addressOf(act.person)], 'Do Not Contact', 'Y'); break;
      case 'typed task': this.typeTask(addressOf(act.person)); break;
      case 'setting': shop.type('CRM Settings', ['Setting', act.name], 'Value', act.value); break;
      case 'rule': if (shop.rows('CRM Rules').some((row) => row['Rule'] === act.rule)) shop.type('CRM Rules', ['Rule', act.rule], act.header, act.value); break;
    }
  }

  private status(id: string | undefined, status: string): void {
    this.orders = this.orders.map((order) => (order.id === id ? { ...order, status } : order));
  }

  private typeTask(email: string): void {
    const { sheets } = this.shop;
    const [header = [], ...rows] = sheets.texts('CRM Tasks');
    const cell = sheets.named('CRM Tasks')?.rows[rows.length + 1]?.[header.indexOf('Email')];
    if (cell !== undefined) cell.value = email;
  }

  private get taskIds(): string[] {
    return this.shop.rows('CRM Tasks').map((task) => textOfCell(task['Task ID'] ?? '')).filter((id) => id !== '');
  }

  /** A preview and a why of the coming night, then the night, then the same night again. */
  private night(later: number): void {
    const { shop } = this;
    this.today = addDays(this.today, later);
    shop.orders(this.orders);
    const asked = addressOf(this.made % PEOPLE);
    const sheetsBefore = this.written();
    const isNew = shop.rows('CRM Rules').length === 0;
    const preview = isNew ? null : shop.preview(this.today);
    const why = isNew ? null : shop.why(this.today, asked);
    expect(this.written()).toEqual(sheetsBefore);

    const before = new Map(shop.rows('CRM Tasks').map((task) => [task['Task ID'], task['Run']]));
    const line = shop.night(this.today);
    const fresh = shop.rows('CRM Tasks').filter((task) => textOfCell(task['Rule'] ?? '') !== '' && before.get(task['Task ID'] ?? '') !== task['Run']);
    const asTask = (task: Readonly<Record<string, unknown>>): unknown[] => [task['Task ID'], task['Email'], task['Task Type'], task['Rule'], task['Reason']];
    if (preview !== null && why !== null) {
      expect(sorted(preview.tasks.map(({ id, email, type, rule, reason }) => [id, email, type, rule, reason]))).toEqual(sorted(fresh.map(asTask)));
      expect([preview.held.reduce((sum, { count }) => sum + count, 0), preview.missed, preview.withdrawn]).toEqual([line.heldBack, line.missed, line.tasksWithdrawn]);
      // What lies before a rule's start never comes: it is held back, but nobody waits for it.
      expect(preview.rules.reduce((sum, { waiting }) => sum + waiting, 0)).toBe(preview.held.reduce((sum, { law, count }) => sum + (law === 'No ambush' ? 0 : count), 0));
      const matches = new Map(preview.rules.map(({ rule, matches: count }) => [rule, count]));
      for (const row of shop.rows('CRM Rules')) {
        const count = matches.get(textOfCell(row['Rule'] ?? ''));
        expect([row['Rule'], row['Matches now']]).toEqual([row['Rule'], count ?? '']);
      }
      const makes = why.rules.filter(({ answer }) => answer === 'makes').map(({ rule }) => rule);
      expect(makes).toEqual(fresh.filter((task) => task['Email'] === asked).map((task) => task['Rule']));
      for (const { reason } of why.rules) expect(reason).not.toBe('');
    }
    const afterwards = this.written();
    const again = shop.night(this.today);
    expect([again.tasksMade, again.tasksWithdrawn, again.missed]).toEqual([0, 0, 0]);
    expect(this.written()).toEqual(afterwards);
    const ids = [...shop.rows('CRM Tasks'), ...shop.rows('CRM Task Archive')].map((task) => task['Task ID']);
    expect(new Set(ids).size).toBe(ids.length);
  }

  /** Every cell of every sheet but the run log. */
  private written(): unknown {
    const { sheets } = this.shop;
    return sheets.sheets.filter(({ name }) => name !== 'CRM Runs').map(({ name }) => [name, sheets.texts(name)]);
  }
}

const sorted = (rows: readonly (readonly unknown[])[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

test('preview, why and Matches now say what the night then does, through the sheets; a second night writes only its line', () => {
  fc.assert(
    fc.property(fc.array(acts, { minLength: 10, maxLength: 30 }), (story) => {
      const told = new Story();
      for (const act of [...story, { act: 'night', later: 1 } as const]) told.happens(act);
    }),
    { numRuns: 20 },
  );
}, 120_000);
