import type { Order } from '../../orders/order';
import { text } from '../../shared/text';
import { triggerMessages, whyNotMessages } from '../messages';
import { someWords } from '../parameters';
import { comparable } from '../segments/evaluate';
import { trigger } from '../trigger';
import { orderConflict, orderMatches, orderMoot, orderParameters, orderWhyNot, type OrderEvent } from './order-events';

const wordsIn = (product: string): string[] => comparable(product).split(/[\s,]+/).filter((word) => word !== '');

const holds = (order: Order, words: readonly string[]): boolean =>
  order.items.some((item) => {
    const name = comparable(item.name);
    return words.every((word) => name.includes(word));
  });

function boughtOf(product: string): OrderEvent {
  const words = wordsIn(product);
  return {
    refuses: (order) => (holds(order, words) ? null : whyNotMessages.orderWithout(order.id, product)),
    trigger: (order) => triggerMessages.productBought(order.id, product),
  };
}

export const productBought = trigger({
  name: 'Product bought',
  help: text(
    'Days after an order was completed that holds a product whose name contains all the words of Product. Once an order; Scope and Minimum Value say which orders.',
    'מספר הימים ב-Days אחרי השלמת הזמנה שיש בה מוצר ששמו מכיל את כל המילים שב-Product. פעם אחת להזמנה; Scope ו-Minimum Value קובעים אילו הזמנות.',
  ),
  boundByStart: true,
  parameters: () => ({ ...orderParameters(), product: someWords() }),
  conflict: orderConflict,
  matches: (parameters, subject, since) => orderMatches(parameters, subject, boughtOf(parameters.product), since),
  whyNot: (parameters, subject) => orderWhyNot(parameters, subject, boughtOf(parameters.product)),
  moot: (_parameters, subject, occasion) => orderMoot(subject, occasion),
});
