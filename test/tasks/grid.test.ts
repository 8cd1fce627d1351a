import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../src/shared/day';
import { textOfCell } from '../../src/sheets/cell';
import { AppShop, type OrderCells } from '../support/app-shop';

const dana = 'dana@mail.example';

/** How a trigger is set up: the rule's cells, and the orders of Dana's that make it match on the day. */
interface Set {
  readonly rule: Readonly<Record<string, string | number>>;
  /** Days from the order that it stands on to the match's own day; null where it stands on none. */
  readonly after: number | null;
  /** Orders that are there besides, as days before the match's own day. */
  readonly before?: readonly number[];
  readonly birthday?: true;
}

const sets: Readonly<Record<string, Set>> = {
  Welcome: { rule: { Trigger: 'Order completed', 'Task Type': 'Welcome', Scope: 'First only', Days: 3 }, after: 6 },
  'Follow-up': { rule: { Trigger: 'Order completed', 'Task Type': 'Follow-up', Scope: 'Repeat only', Days: 10 }, after: 13, before: [60] },
  Product: { rule: { Trigger: 'Product bought', 'Task Type': 'Product', Product: 'syrah', Days: 4 }, after: 7 },
  'Win-back': { rule: { Trigger: 'No order for', 'Task Type': 'Win-back' }, after: 91 },
  Segment: { rule: { Trigger: 'Segment', 'Task Type': 'High value', Segment: 'days since order >= 30 and days since order < 400' }, after: 30 },
  Anniversary: { rule: { Trigger: 'Anniversary of first order', 'Task Type': 'Anniversary' }, after: 365 },
  Birthday: { rule: { Trigger: 'Birthday', 'Task Type': 'Birthday' }, after: null, birthday: true },
};

/** People whose orders are long ago, so that one order less is no reason to distrust the sheet. */
const others: readonly OrderCells[] = Array.from({ length: 8 }, (_, i) => ({ id: `O${i}`, date: '2019-08-15', email: `other${i}@mail.example` }));

/** A shop in which the trigger matches Dana on the day. */
class Cell {
  readonly shop = new AppShop();
  private live: OrderCells[];
  private archived: OrderCells[] = [];

  constructor(
    readonly day: Day,
    { rule, after, before = [], birthday }: Set,
    /** How the day of the order is written. */
    write: (day: Day) => string = (one) => one,
  ) {
    const own = after === null ? [] : [{ id: 'A', date: write(addDays(day, -after)), email: dana, items: 'Syrah 2021' }];
    this.live = [...others, ...before.map((back, i) => ({ id: `B${i}`, date: addDays(day, -back), email: dana })), ...own];
    const cells: Readonly<Record<string, string | number | boolean>> = { 'Rule ID': 'mine', Rule: 'Mine', Enabled: true, 'Start Date': addDays(day, -60), ...rule };
    this.shop
      .sheet('CRM Rules', [Object.keys(cells), Object.values(cells)])
      .sheet('CRM Settings', [['Setting', 'Value'], ['Make tasks on', 'Sun, Mon, Tue, Wed, Thu, Fri, Sat']])
      .sheet('CRM Days Off', [['Date'], ['2001-01-01']]);
    if (birthday) this.shop.sheet('Contacts', [['Email', 'Birthday'], [dana, day.slice(5)]]);
  }

  /** A night so many days after the match's own day. */
  night(later: number): this {
    this.shop.orders(this.live).orders(this.archived, 'Orders_Archive');
    expect(this.shop.night(addDays(this.day, later)).error).toBeNull();
    return this;
  }

  nights(...later: readonly number[]): this {
    for (const one of later) this.night(one);
    return this;
  }

  status(status: string): this {
    this.live = this.live.map((order) => (order.id === 'A' ? { ...order, status } : order));
    return this;
  }

  /** Dana orders again, so many days after the match's own day. */
  orders(later: number): this {
    this.live.push({ id: `R${later}`, date: addDays(this.day, later), email: dana, status: 'processing' });
    return this;
  }

  repeated(): this {
    const own = this.live.find(({ id }) => id === 'A');
    if (own !== undefined) this.live.push(own);
    return this;
  }

  archive(): this {
    this.archived = this.live.filter(({ id }) => id === 'A');
    return this.vanish();
  }

  vanish(): this {
    this.live = this.live.filter(({ id }) => id !== 'A');
    return this;
  }

  /** What the sheet does not know of yet comes into it. */
  without(act: (cell: this) => void, appears: 'order' | 'birthday'): this {
    const { live } = this;
    if (appears === 'order') this.vanish();
    else this.shop.sheet('Contacts', [['Email', 'Birthday'], [dana, '']]);
    act(this);
    this.live = live;
    if (appears === 'birthday') this.shop.type('Contacts', ['Email', dana], 'Birthday', this.day.slice(5));
    return this;
  }

  finish(): this {
    this.shop.type('CRM Tasks', ['Email', dana], 'Outcome', 'Wrong number');
    return this;
  }

  deleteTask(): this {
    this.shop.deleteRow('CRM Tasks', 'Email', dana);
    return this;
  }

  /** Dana's tasks in a word each: the day it is due, as days after the match's own, and how it ended. */
  get outcome(): string {
    const tasks = this.shop.rows('CRM Tasks').filter((task) => task['Email'] === dana);
    const missed = this.shop.rows('CRM Ledger').some((line) => line['State'] === 'missed');
    const words = tasks.map((task) => {
      const due = textOfCell(task['Due Date'] ?? '').slice(0, 10);
      const later = [...Array(400).keys()].find((count) => addDays(this.day, count) === due);
      const day = later === 0 ? 'D' : `D+${later}`;
      const ended = task['Status'] === 'Pending' ? '' : textOfCell(task['Outcome'] ?? '').startsWith('Auto: ') ? ' withdrawn' : ' done';
      return day + ended;
    });
    return words.length > 0 ? words.join(', ') : missed ? 'missed' : '–';
  }
}

const appears = (name: string): 'order' | 'birthday' => (name === 'Birthday' ? 'birthday' : 'order');

/** What happens in each line of the grid. */
const stories: Readonly<Record<string, (cell: Cell, name: string) => Cell>> = {
  'the day before': (cell) => cell.nights(-2, -1),
  'on the day': (cell) => cell.nights(-1, 0),
  'the day after': (cell) => cell.nights(-1, 0, 1),
  'no night on the day': (cell) => cell.nights(-1, 1),
  'ten nights off': (cell) => cell.nights(-1, 9),
  'twice the same day': (cell) => cell.nights(0, 0),
  'refunded before': (cell) => cell.night(-2).status('refunded').nights(-1, 0, 1),
  'refunded after': (cell) => cell.night(0).status('refunded').nights(1, 2),
  'cancelled before': (cell) => cell.night(-2).status('cancelled').nights(-1, 0, 1),
  'cancelled after': (cell) => cell.night(0).status('wc-cancelled').nights(1, 2),
  're-ordered before': (cell) => cell.night(-2).orders(-1).nights(-1, 0, 1),
  're-ordered after': (cell) => cell.night(0).orders(0).nights(1, 2),
  'in the sheet twice': (cell) => cell.repeated().nights(-1, 0, 1),
  'repeated by the import when done': (cell) => cell.night(0).finish().repeated().nights(1, 2),
  'archived before': (cell) => cell.night(-2).archive().nights(-1, 0, 1),
  'archived after': (cell) => cell.night(0).archive().nights(1, 2),
  'imported late': (cell, name) => cell.without((one) => one.nights(0, 4), appears(name)).nights(5, 6),
  'imported too late': (cell, name) => cell.without((one) => one.nights(0, 39), appears(name)).nights(40, 41),
  'vanished before': (cell) => cell.night(-2).vanish().nights(-1, 0),
  'vanished after': (cell) => cell.night(0).vanish().nights(1, 2),
  'vanished and back': (cell) => cell.night(0).without((one) => one.night(1), 'order').nights(2, 3),
  'its row deleted': (cell) => cell.night(0).deleteTask().nights(1, 2),
};

const june: Day = '2026-06-16';

const grid = `
                                 | Welcome     | Follow-up   | Product     | Win-back    | Segment | Anniversary | Birthday
the day before                   | –           | –           | –           | –           | –       | –           | –
on the day                       | D           | D           | D           | D           | D       | D           | D
the day after                    | D           | D           | D           | D           | D       | D           | D
no night on the day              | D+1         | D+1         | D+1         | D+1         | D+1     | D+1         | D+1
ten nights off                   | D+9         | D+9         | D+9         | D+9         | D+9     | missed      | missed
twice the same day               | D           | D           | D           | D           | D       | D           | D
refunded before                  | –           | –           | –           | –           | –       | –           | D
refunded after                   | D withdrawn | D withdrawn | D withdrawn | D           | D       | D           | D
cancelled before                 | –           | –           | –           | –           | –       | –           | D
cancelled after                  | D withdrawn | D withdrawn | D withdrawn | D           | D       | D           | D
re-ordered before                | D           | D           | D           | –           | –       | D           | D
re-ordered after                 | D           | D           | D           | D withdrawn | D       | D           | D
in the sheet twice               | D           | D           | D           | D           | D       | D           | D
repeated by the import when done | D done      | D done      | D done      | D done      | D done  | D done      | D done
archived before                  | D           | D           | D           | D           | D       | D           | D
archived after                   | D           | D           | D           | D           | D       | D           | D
imported late                    | D+5         | D+5         | D+5         | D+5         | D+5     | D+5         | D+5
imported too late                | missed      | missed      | missed      | D+40        | D+40    | missed      | missed
vanished before                  | –           | –           | –           | –           | –       | –           | D
vanished after                   | D           | D           | D           | D           | D       | D           | D
vanished and back                | D           | D           | D           | D           | D       | D           | D
its row deleted                  | –           | –           | –           | –           | –       | –           | –
`;

const [header = [], ...lines] = grid.trimEnd().split('\n').slice(1).map((line) => line.split('|').map((cell) => cell.trim()));
const cells = lines.flatMap(([story = '', ...expected]) => expected.map((outcome, i): [string, string, string] => [story, header[i + 1] ?? '', outcome]));

describe('trigger × what happens to its order', () => {
  test('no trigger and no story is left out', () => {
    expect(header.slice(1)).toEqual(Object.keys(sets));
    expect(lines.map(([story]) => story)).toEqual(Object.keys(stories));
  });

  test.each(cells)('%s: %s → %s', (story, trigger, expected) => {
    const set = sets[trigger];
    const tell = stories[story];
    if (set === undefined || tell === undefined) throw new Error('The grid names what is not there');
    expect(tell(new Cell(june, set), trigger).outcome).toBe(expected);
  });
});

const twoDigits = (value: number): string => String(value).padStart(2, '0');
/** Half past midnight, or half past eleven at night, of the shop's day, as an export in UTC writes it. */
const inUtc = (hour: 0 | 23) => (day: Day): string => {
  const local = new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)), hour, 30);
  return `${local.getUTCFullYear()}-${twoDigits(local.getUTCMonth() + 1)}-${twoDigits(local.getUTCDate())}T${twoDigits(local.getUTCHours())}:${twoDigits(local.getUTCMinutes())}:00Z`;
};

describe('trigger × days that are not like others', () => {
  const daysOfNote: readonly (readonly [string, Day])[] = [
    ['the clocks go forward', '2026-03-27'],
    ['the clocks go back', '2026-10-25'],
    ['the year changes', '2027-01-01'],
    ['the last day of a year', '2026-12-31'],
    ['29 February', '2028-02-29'],
    ['the day after 29 February', '2028-03-01'],
  ];
  const forms: readonly (readonly [string, (day: Day) => string])[] = [
    ['just after midnight, in UTC', inUtc(0)],
    ['just before midnight', (day) => `${day} 23:59:59`],
  ];
  const names = Object.keys(sets);
  // An order of 29 February has its anniversary below: no day of 2027 is one year before it.
  const hasThatDay = ({ name, day }: { readonly name: string; readonly day: Day }): boolean => name !== 'Anniversary' || day !== '2028-02-29';
  const onItsDay = daysOfNote.flatMap(([what, day]) => names.flatMap((name) => forms.slice(sets[name]?.after === null ? 1 : 0).map(([form, write]) => ({ what, day, name, form, write })))).filter(hasThatDay);

  test.each(onItsDay)('$what, $name, its order written as $form: made on the day, not before', ({ day, name, write }) => {
    const set = sets[name];
    if (set === undefined) throw new Error(name);
    // A year back from a day after 29 February 2028 is 366 days.
    const after = name === 'Anniversary' && day > '2028-02-29' && day < '2029-02-28' ? 366 : set.after;
    const cell = new Cell(day, { ...set, after }, write).night(-1);
    expect(cell.outcome).toBe('–');
    expect(cell.nights(0, 1).outcome).toBe('D');
  });

  test.each(daysOfNote.flatMap(([what, day]) => names.filter((name) => sets[name]?.after !== null && name !== 'Anniversary').map((name) => ({ what, day, name }))))(
    'the order of $name was made as $what: its day is as far off as ever',
    ({ day, name }) => {
      const set = sets[name];
      if (set === undefined || set.after === null) throw new Error(name);
      for (const write of [inUtc(0), inUtc(23)]) {
        const cell = new Cell(addDays(day, set.after), set, write).night(-1);
        expect(cell.outcome).toBe('–');
        expect(cell.nights(0, 1).outcome).toBe('D');
      }
    },
  );

  test.each<[string, Day, string, Partial<Set>]>([
    ['a birthday of 29 February in a common year', '2027-02-28', 'Birthday', {}],
    ['an anniversary of an order of 29 February in a common year', '2029-02-28', 'Anniversary', { after: 365 }],
    ['an anniversary of an order of 29 February in a leap year', '2032-02-29', 'Anniversary', { after: 1461 }],
  ])('%s', (_what, day, name, change) => {
    const set = sets[name];
    if (set === undefined) throw new Error(name);
    const cell = new Cell(day, { ...set, ...change });
    if (name === 'Birthday') cell.shop.type('Contacts', ['Email', dana], 'Birthday', '02-29');
    expect(cell.night(-1).outcome).toBe('–');
    expect(cell.nights(0, 1).outcome).toBe('D');
  });
});
