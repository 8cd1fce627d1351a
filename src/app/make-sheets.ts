import { comesWith } from './comes-with';
import { ourTables } from './our-tables';
import type { Shop } from './shop';

/** Makes the sheets and columns that are missing; a sheet that is new gets the rows it comes with. Gives the names of new sheets. */
export const makeSheets = (shop: Shop, mend?: 'mend'): string[] => shop.book.ensure(ourTables, mend, (table) => comesWith(table, shop));
