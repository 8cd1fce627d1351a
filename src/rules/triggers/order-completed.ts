import { text } from '../../shared/text';
import { triggerMessages } from '../messages';
import { trigger } from '../trigger';
import { orderConflict, orderMatches, orderMoot, orderParameters, orderWhyNot, type OrderEvent } from './order-events';

const completed: OrderEvent = {
  refuses: () => null,
  trigger: (order) => triggerMessages.orderCompleted(order.id),
};

export const orderCompleted = trigger({
  name: 'Order completed',
  help: text(
    'Days after an order was completed (or after its date + Days to deliver, where the sheet has no completed date). Scope and Minimum Value say which orders.',
    'מספר הימים ב-Days אחרי שהזמנה הושלמה (או אחרי תאריכה + Days to deliver, כשאין בגיליון תאריך השלמה). Scope ו-Minimum Value קובעים אילו הזמנות.',
  ),
  boundByStart: true,
  parameters: orderParameters,
  conflict: orderConflict,
  matches: (parameters, subject, since) => orderMatches(parameters, subject, completed, since),
  whyNot: (parameters, subject) => orderWhyNot(parameters, subject, completed),
  moot: (_parameters, subject, occasion) => orderMoot(subject, occasion),
});
