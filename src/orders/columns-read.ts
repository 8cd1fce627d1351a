import { idFieldOf, type ItemLayout, type OrderLayout } from './order-layout';

/** Positions of the columns that reading the sheet looks at, ascending; all others may be left unread. */
export function columnsRead(layout: OrderLayout | ItemLayout): number[] {
  const positions: readonly unknown[] = layout.kind === 'items' ? Object.values(layout.columns) : positionsIn(layout);
  return [...new Set(positions.filter((position): position is number => typeof position === 'number'))].sort((a, b) => a - b);
}

function positionsIn(layout: OrderLayout): unknown[] {
  const { number, ...columns } = layout.columns;
  return [...Object.values(columns), idFieldOf(layout) === 'number' ? number : null, layout.accountEmail, ...layout.numberedItems.flatMap((item) => Object.values(item))];
}
