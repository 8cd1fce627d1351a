import type { ItemLayout, OrderLayout } from './order-layout';

/** Positions of the columns that reading the sheet looks at, ascending; all others may be left unread. */
export function columnsRead(layout: OrderLayout | ItemLayout): number[] {
  const others = layout.kind === 'items' ? [] : [layout.accountEmail, ...layout.numberedItems.flatMap((item) => Object.values(item))];
  const positions: readonly unknown[] = [...Object.values(layout.columns), ...others];
  return [...new Set(positions.filter((position): position is number => typeof position === 'number'))].sort((a, b) => a - b);
}
