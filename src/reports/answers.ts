import { joinTexts, type Text } from '../shared/text';
import { differenceOf, ENOUGH, type Group } from './difference';
import { reportMessages as messages } from './messages';
import type { ReorderComparison } from './reorders';
import type { ReportFigures } from './report-figures';
import type { SecondOrderComparison } from './second-orders';

type Pair = readonly [first: Group, other: Group];

export const reordering = ({ contacted, notContacted }: ReorderComparison): Pair => [{ of: contacted.count, hits: contacted.reordered }, { of: notContacted.count, hits: notContacted.reordered }];

export const welcoming = ({ welcomed, notWelcomed }: SecondOrderComparison): Pair => [{ of: welcomed.customers, hits: welcomed.again }, { of: notWelcomed.customers, hits: notWelcomed.again }];

/** What the two shares beside each other tell, in a plain sentence; also where they tell nothing. */
export function verdict(first: Group, other: Group, tooFew = messages.tooFew(first.of, other.of, ENOUGH)): Text {
  const difference = differenceOf(first, other);
  if (difference === 'too few') return tooFew;
  if (difference === 'may be chance') return messages.mayBeChance;
  const points = Math.max(1, Math.round(Math.abs(first.hits / first.of - other.hits / other.of) * 100));
  return difference === 'more' ? messages.better(points) : messages.worse(points);
}

/** Whether it helped, in three sentences: orders after a contact, second orders, the work done. Without orders only the last. */
export function answersOf({ orders, total }: ReportFigures): Text[] {
  const work = total.due === 0 ? messages.answers.noWork : messages.answers.work(total.completed, total.due, total.overdue, total.expired);
  if (orders === null) return [work];
  const reorders = reordering(orders.reorders);
  const second = welcoming(orders.secondOrders);
  return [
    joinTexts([messages.answers.reorders(orders.reorderWindowDays, ...shares(reorders)), verdict(...reorders, messages.answers.tooFew)], ' '),
    joinTexts([messages.answers.secondOrders(...shares(second)), verdict(...second, messages.answers.tooFew)], ' '),
    work,
  ];
}

const shares = ([first, other]: Pair): [Text, Text] => [shareOf(first), shareOf(other)];

const shareOf = ({ of, hits }: Group): Text => (of === 0 ? messages.answers.nobody : messages.answers.share(Math.round((hits / of) * 100), hits, of));
