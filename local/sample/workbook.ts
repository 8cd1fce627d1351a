import { addDays, yearOf, type Day } from '../../src/shared/day';
import { blankWorkbook } from '../cells/sheet';
import type { Workbook } from '../workbook/model';
import { itemSheet, orderSheet } from './order-sheets';
import { configSheet, inventorySheet, notesSheet, productsSheet } from './other-sheets';
import { peopleOf, type Person } from './people';
import { purchasesOf, sampleSize, type Purchase } from './purchases';
import { randomOf } from './random';
import { shopDaysUntil } from './visits';
import { catalogueOf } from './wines';

/** The sample shop's people and what they bought. */
export interface SampleShop {
  /** People with at least one order that counts. */
  readonly customers: readonly Person[];
  /** People whose only orders failed or were cancelled. */
  readonly triers: readonly Person[];
  /** Every order, oldest first. */
  readonly purchases: readonly Purchase[];
}

/** How long an order stays in the live sheet. */
const LIVE_DAYS = 365;
/** Orders that the shop's archiving has copied and not yet removed. */
const IN_BOTH = 14;

/** The shop as it stands in the morning of `today`, the newest order a few minutes past midnight or of the day before. */
export function sampleShop(today: Day): SampleShop {
  const people = peopleOf(sampleSize.customers + sampleSize.tried, randomOf('people'));
  const customers = people.slice(0, sampleSize.customers);
  const triers = people.slice(sampleSize.customers);
  return { customers, triers, purchases: purchasesOf(customers, triers, shopDaysUntil(addDays(today, -1)), randomOf('purchases')) };
}

/**
 * The workbook of a made-up wine shop on that day: 1,300 orders of two and a half years in a live and an archive sheet,
 * their items, and the other sheets that such a workbook has. The same day gives the same workbook.
 */
export function sampleWorkbook(today: Day): Workbook {
  const { purchases } = sampleShop(today);
  const firstLive = purchases.findIndex(({ day }) => day > addDays(today, -LIVE_DAYS));
  const live = purchases.slice(firstLive);
  // The archive's copies are of an earlier day: what was still on its way then has arrived since.
  const stillInBoth = purchases.slice(firstLive, firstLive + IN_BOTH).map((purchase) => (purchase.status === 'completed' ? { ...purchase, status: 'processing' } : purchase));
  const archived = [...purchases.slice(0, firstLive), ...stillInBoth];
  // The same stream as the purchases' own catalogue, so that the product list is the one they were bought from.
  const catalogue = catalogueOf(yearOf(addDays(today, -1)), randomOf('purchases')).filter(({ soldUntil }) => soldUntil >= yearOf(today));
  return {
    ...blankWorkbook({ id: 'sample-shop', title: 'Gefen Wines' }),
    sheets: [
      orderSheet('WebOrdM', 'wom_', live, randomOf('live rows')),
      itemSheet('WebOrdItemsM', 'woi_', live),
      orderSheet('WebOrdM_Archive', 'woma_', archived, randomOf('archived rows')),
      itemSheet('WebOrdItemsM_Archive', 'woia_', archived),
      productsSheet(catalogue),
      inventorySheet(catalogue, today, randomOf('inventory')),
      notesSheet(today),
      configSheet(),
    ],
    activeSheet: 'WebOrdM',
  };
}
