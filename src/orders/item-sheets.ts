import type { SourceSheet } from '../sheets/workbook';
import type { OrderItem } from './order';
import type { ItemLayout } from './order-layout';
import { itemAt, orderIdOf } from './order-row';

/** Order id → its items, from the item sheets. An order that a live sheet has is not looked for in the archive. */
export function itemsOfSheets(layouts: readonly ItemLayout[], sourceOf: ReadonlyMap<string, SourceSheet>): ReadonlyMap<string, readonly OrderItem[]> {
  const all = new Map<string, OrderItem[]>();
  // Live sheets come first in `layouts`.
  for (const layout of layouts) {
    const here = new Map<string, OrderItem[]>();
    const { id: idColumn, itemName = 0, itemQuantity, itemTotal } = layout.columns;
    for (const cells of sourceOf.get(layout.sheet)?.rows ?? []) {
      const id = idColumn === undefined ? '' : orderIdOf(cells[idColumn]);
      const item = id === '' ? null : itemAt(cells, itemName, itemQuantity, itemTotal);
      if (item === null) continue;
      const items = here.get(id);
      if (items === undefined) here.set(id, [item]);
      else items.push(item);
    }
    for (const [id, items] of here) if (!all.has(id)) all.set(id, items);
  }
  return all;
}
