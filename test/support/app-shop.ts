import { openJournal } from '../../src/app/journal';
import { nightly } from '../../src/app/night/nightly';
import { ourTables } from '../../src/app/our-tables';
import { previewTonight, type PreviewAnswer } from '../../src/app/night/preview';
import type { NewRun } from '../../src/app/runs.table';
import type { Shop } from '../../src/app/shop';
import { explain, type WhyAnswer } from '../../src/app/night/why';
import { momentOf, type Day } from '../../src/shared/day';
import type { Cell } from '../../src/sheets/cell';
import { openWorkbook } from '../../src/sheets/open-workbook';
import { FakeSheets, blankCell, cellAt, typeInto } from './fake-sheets';

/** A row of an order sheet as an export writes it: every cell as text. */
export interface OrderCells {
  readonly id: string;
  readonly date: string;
  readonly email: string;
  readonly status?: string;
  readonly total?: string;
  readonly items?: string;
}

const HEADER = ['Order ID', 'Order Date', 'Status', 'Email', 'Order Total', 'Items'];
const cellsOf = ({ id, date, email, status = 'completed', total = '100', items = '' }: OrderCells): string[] => [id, date, status, email, total, items];

const outOfReach = (): never => {
  throw new Error('no part of this shop');
};

/** The jobs of the app on a workbook in memory: what a night reads is what the night before wrote. */
export class AppShop {
  readonly sheets = new FakeSheets();
  private readonly properties = new Map<string, string>();

  /** A sheet of the manager's or the shop's, header first; what stood there is gone. */
  sheet(name: string, rows: readonly (readonly Cell[])[]): this {
    const there = this.sheets.named(name);
    if (there === undefined) {
      this.sheets.with(name, rows);
      return this;
    }
    there.rows = there.rows.map(() => Array.from({ length: there.columns }, blankCell));
    rows.forEach((row, i) => row.forEach((cell, j) => typeInto(cellAt(there, i, j), cell)));
    return this;
  }

  /** The order sheet as the shop's import leaves it: cleared and written anew. */
  orders(rows: readonly OrderCells[], name = 'Orders'): this {
    return this.sheet(name, [HEADER, ...rows.map(cellsOf)]);
  }

  /** Types into the row of our sheet whose cell of that header shows the value. */
  type(name: string, [header, value]: readonly [string, string], into: string, cell: Cell): this {
    const sheet = this.sheets.named(name);
    const texts = this.sheets.texts(name);
    const row = texts.findIndex((line) => line[(texts[0] ?? []).indexOf(header)] === value);
    const column = (texts[0] ?? []).indexOf(into);
    if (sheet === undefined || row < 1 || column < 0) throw new Error(`${name} has no cell ${into} where ${header} is ${value}`);
    typeInto(cellAt(sheet, row, column), cell);
    return this;
  }

  /** A person deletes the row of our sheet in which the header shows the value. */
  deleteRow(name: string, header: string, value: string): this {
    const texts = this.sheets.texts(name);
    const row = texts.findIndex((line, i) => i > 0 && line[(texts[0] ?? []).indexOf(header)] === value);
    if (row > 0) this.sheets.named(name)?.rows.splice(row, 1);
    return this;
  }

  rows(name: string): Record<string, Cell>[] {
    return this.sheets.named(name) === undefined ? [] : this.sheets.records(name);
  }

  night(day: Day): NewRun {
    return nightly(this.on(day));
  }

  preview(day: Day): PreviewAnswer {
    return previewTonight(this.on(day));
  }

  why(day: Day, email: string): WhyAnswer {
    return explain(this.on(day), email);
  }

  /** The shop at three in the morning of the day. */
  on(day: Day): Shop {
    const { sheets, properties } = this;
    return {
      book: openWorkbook(sheets, { own: ourTables }),
      journal: openJournal({
        all: () => Object.fromEntries(properties),
        set: (values) => {
          for (const [name, value] of Object.entries(values)) {
            if (value === null) properties.delete(name);
            else properties.set(name, value);
          }
        },
      }),
      mail: { quotaLeft: () => 100, send: () => null },
      triggers: { mine: () => 0, installTick: outOfReach, removeTicks: outOfReach },
      stash: { put: outOfReach, get: () => ({}), forget: outOfReach },
      platform: { tryFacts: outOfReach },
      reportSheet: { choices: outOfReach, show: outOfReach, cellsInWorkbook: outOfReach },
      selection: () => null,
      user: 'manager@shop.example',
      now: momentOf(day, 3 * 3600),
      today: day,
      language: 'en',
      scriptZone: 'Asia/Jerusalem',
      zonesAgree: true,
      secondsSoFar: () => 1,
      aside: (step) => {
        step();
        return null;
      },
    };
  }
}
