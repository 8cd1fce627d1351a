import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '../../src/shared/problem';
import { openWorkbook } from '../../src/sheets/open-workbook';
import { defineTable, script, shared, user } from '../../src/sheets/table';
import type { Workbook } from '../../src/sheets/workbook';
import { cellAt, FakeSheets, type FakeCell, type FakeSheet } from '../support/fake-sheets';

const people = defineTable(
  'People',
  'email',
  { help: ['People.', 'אנשים.'] },
  {
    email: script.text('Email', ['Key.', 'מפתח.']),
    name: shared.text('Name', ['Name.', 'שם.']),
    orders: script.count('Orders', ['Orders.', 'הזמנות.']),
    lastOn: script.day('Last Order Date', ['Day.', 'יום.']),
    notes: user.text('Notes', ['Yours.', 'שלך.']),
    phone: shared.text('Phone', ['Phone.', 'טלפון.']),
    tags: script.text('Tags', ['Tags.', 'תגיות.']),
    status: shared.choice('Status', ['Pending', 'Completed', 'Skipped'], ['Status.', 'מצב.']),
  },
);

/** A person at the sheet, with a memory of what must not be lost. */
class Person {
  /** By address: what stands in the columns that are theirs. */
  readonly notes = new Map<string, string>();
  readonly mine = new Map<string, string>();
  readonly deleted = new Set<string>();
  private counter = 0;

  constructor(
    private readonly sheet: FakeSheet,
    private readonly pick: (below: number) => number,
    private readonly columnsToo: boolean,
  ) {}

  act(): void {
    const acts = [this.sort, this.insertRow, this.deleteRow, this.note, this.mineNote, this.filter, this.moveRow];
    if (this.columnsToo) acts.push(this.insertColumn, this.addColumn);
    acts[this.pick(acts.length)]?.call(this);
  }

  private column(header: string): number {
    return this.sheet.rows[0]?.findIndex((cell) => cell.value === header) ?? -1;
  }

  private get last(): number {
    let last = this.sheet.rows.length - 1;
    while (last > 0 && (this.sheet.rows[last] ?? []).every(({ value }) => value === '')) last -= 1;
    return last;
  }

  private someRow(): { readonly at: number; readonly email: string } | null {
    if (this.last < 1) return null;
    const at = 1 + this.pick(this.last);
    const email = String(cellAt(this.sheet, at, this.column('Email')).value);
    return email === '' ? null : { at, email };
  }

  private sort(): void {
    const rows = this.sheet.rows.splice(1, this.last);
    const shuffled: FakeCell[][] = [];
    while (rows.length > 0) shuffled.push(...rows.splice(this.pick(rows.length), 1));
    this.sheet.rows.splice(1, 0, ...shuffled);
  }

  private insertRow(): void {
    this.sheet.rows.splice(1 + this.pick(this.last + 1), 0, []);
  }

  private moveRow(): void {
    if (this.last < 2) return;
    const [row] = this.sheet.rows.splice(1 + this.pick(this.last), 1);
    if (row !== undefined) this.sheet.rows.splice(1 + this.pick(this.last), 0, row);
  }

  private deleteRow(): void {
    const row = this.someRow();
    if (row === null) return;
    this.sheet.rows.splice(row.at, 1);
    this.deleted.add(row.email);
  }

  private note(): void {
    const row = this.someRow();
    if (row === null) return;
    const words = `note ${(this.counter += 1)}`;
    cellAt(this.sheet, row.at, this.column('Notes')).value = words;
    this.notes.set(row.email, words);
  }

  private mineNote(): void {
    const row = this.someRow();
    if (row === null) return;
    const cell = cellAt(this.sheet, row.at, this.column('Mine'));
    cell.formula = `=UPPER("${(this.counter += 1)}")`;
    cell.value = String(this.counter);
    this.mine.set(row.email, cell.formula);
  }

  private filter(): void {
    this.sheet.hiddenRows.add(1 + this.pick(this.last + 1));
  }

  private insertColumn(): void {
    const at = 1 + this.pick(8);
    for (const [i, row] of this.sheet.rows.entries()) {
      while (row.length < at) row.push({ value: '', formula: '', format: '' });
      row.splice(at, 0, { value: i === 0 ? `Column ${(this.counter += 1)}` : '', formula: '', format: '' });
    }
    this.sheet.columns += 1;
  }

  private addColumn(): void {
    const at = this.sheet.rows[0]?.length ?? 0;
    cellAt(this.sheet, 0, at).value = `Column ${(this.counter += 1)}`;
  }
}

const EMAILS = Array.from({ length: 14 }, (_, i) => `p${i}@shop.example`);

function shop(): FakeSheets {
  const port = new FakeSheets();
  const book = openWorkbook(port);
  book.ensure([people]);
  const sheet = port.named('People');
  if (sheet === undefined) throw new Error('ensure made it');
  cellAt(sheet, 0, 8).value = 'Mine';
  book.append(
    book.read(people),
    EMAILS.slice(0, 10).map((email, i) => ({ email, orders: i, lastOn: '2026-01-01', tags: `00${i}`, notes: `first ${i}`, status: 'Pending' as const })),
  );
  port.flush();
  return port;
}

const job = {
  patch: (book: Workbook, pick: (below: number) => number) => {
    const image = book.read(people);
    book.patch(
      image,
      image.rows.filter(() => pick(3) > 0).map(({ at, email }) => ({ at, set: { orders: pick(9), lastOn: `2026-02-0${1 + pick(9)}`, tags: `tag ${email}`, name: email.slice(0, 2), phone: '0501234567' } })),
    );
  },
  append: (book: Workbook, pick: (below: number) => number) => {
    const image = book.read(people);
    const known = new Set(image.rows.map(({ email }) => email));
    book.append(image, EMAILS.filter((email) => !known.has(email)).slice(0, 1 + pick(3)).map((email) => ({ email, orders: 1 })));
  },
  enter: (book: Workbook, pick: (below: number) => number) => {
    const image = book.read(people);
    book.enter(image, image.rows.filter(() => pick(4) === 0).map(({ at }) => ({ at, set: { status: 'Completed' as const } })));
  },
};

const jobs = [job.patch, job.append, job.enter];

/** Numbers that look random and are the same for the same seed. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, below);
  };
}

/** Runs random jobs while the person acts at a random call of each; then checks that nothing of theirs was lost. */
function interfere(seed: number, columnsToo: boolean): void {
  const pick = numbersFrom(seed);
  const port = shop();
  const sheet = port.named('People');
  if (sheet === undefined) throw new Error('the shop has it');
  const person = new Person(sheet, pick, columnsToo);
  EMAILS.slice(0, 10).forEach((email, i) => person.notes.set(email, `first ${i}`));
  const appended = new Set(EMAILS.slice(0, 10));
  for (let run = 0; run < 6; run += 1) {
    let acted = false;
    port.between = () => {
      if (!acted && pick(6) === 0) {
        acted = true;
        person.act();
      }
    };
    const book = openWorkbook(port);
    try {
      jobs[pick(jobs.length)]?.(book, pick);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    port.between = null;
    port.flush();
    for (const record of port.records('People')) if (record['Email'] !== '') appended.add(String(record['Email']));
  }
  const seen = new Map<string, number>();
  const records = port.records('People');
  for (const record of records) if (record['Email'] !== '') seen.set(String(record['Email']), (seen.get(String(record['Email'])) ?? 0) + 1);
  for (const email of appended) expect([email, seen.get(email) ?? 0]).toEqual([email, person.deleted.has(email) ? (seen.get(email) ?? 0) : 1]);
  const header = sheet.rows[0] ?? [];
  const column = (name: string): number => header.findIndex((cell) => cell.value === name);
  for (const row of sheet.rows.slice(1)) {
    const email = String(row[column('Email')]?.value ?? '');
    if (email === '') {
      expect(row.map(({ value }) => value).join('')).toBe('');
      continue;
    }
    if (person.deleted.has(email)) continue;
    expect([email, row[column('Notes')]?.value ?? '']).toEqual([email, person.notes.get(email) ?? '']);
    expect([email, row[column('Mine')]?.formula ?? '']).toEqual([email, person.mine.get(email) ?? '']);
  }
  for (const [i, cell] of header.entries()) {
    if (!String(cell.value).startsWith('Column ')) continue;
    for (const row of sheet.rows.slice(1)) expect(row[i]?.value ?? '').toBe('');
  }
  const book = openWorkbook(port);
  book.ensure([people]);
  const image = book.read(people);
  book.patch(image, image.rows.map(({ at: row, email }) => ({ at: row, set: { orders: 3, tags: `00${email}` } })));
  for (const row of book.read(people).rows) expect(row).toMatchObject({ orders: 3, tags: `00${row.email}` });
}


const numRuns = Number(process.env['PERSON_RUNS'] ?? 150);
const seeds = fc.nat();

test('a person who sorts, inserts, deletes and writes between any two calls loses nothing', () => {
  fc.assert(
    fc.property(seeds, (seed) => interfere(seed, false)),
    { numRuns, endOnFailure: true },
  );
});

test('a person who inserts columns, too, between any two calls loses nothing', () => {
  fc.assert(
    fc.property(seeds, (seed) => interfere(seed, true)),
    { numRuns, endOnFailure: true },
  );
});
