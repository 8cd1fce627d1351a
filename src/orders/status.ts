import { statusWord } from '../settings/status-word';
import type { Order } from './order';

const LABELS: Readonly<Record<string, readonly string[]>> = {
  completed: ['הושלם', 'הושלמה', 'הזמנההושלמה'],
  processing: ['בטיפול', 'בעיבוד', 'בתהליך', 'בהכנה'],
  'on-hold': ['onhold', 'בהמתנה', 'מושהה', 'מושהית'],
  pending: ['pendingpayment', 'pending-payment', 'ממתין', 'ממתינה', 'ממתיןלתשלום', 'ממתינהלתשלום', 'בהמתנהלתשלום'],
  cancelled: ['canceled', 'בוטל', 'בוטלה', 'מבוטל', 'מבוטלת'],
  refunded: ['זוכה', 'זוכתה', 'הוחזר', 'הוחזרה', 'הוחזרכסף'],
  failed: ['נכשל', 'נכשלה'],
  trash: ['trashed', 'פח', 'אשפה', 'נמחק', 'נמחקה'],
};
const STATUS_OF: ReadonlyMap<string, string> = new Map(Object.entries(LABELS).flatMap(([status, labels]) => labels.map((label): [string, string] => [label, status])));

/**
 * WooCommerce's own word for a status as a sheet shows it (`Completed`, `wc-on-hold`, `הושלם`), so that a rule for completed
 * orders means the translated ones too. A word that WooCommerce does not have stays as it is.
 */
export const statusOfLabel = (label: string): string => {
  const word = statusWord(label);
  return STATUS_OF.get(word) ?? word;
};

const plain = (word: string): string => word.replace(/[-_]/g, '');

/**
 * Whether a status as the sheet shows it is one of those named by `Order statuses that count`. The words are compared as the
 * shop writes them: a translated label counts where the setting names it.
 */
export function statusCounter(statusesThatCount: readonly string[]): (label: string) => boolean {
  const counted = new Set(statusesThatCount.map(plain));
  return (label) => counted.has(plain(statusWord(label)));
}

/** Whether the shop threw the order away: it settles what stood on it, but makes nobody a contact (most exporters leave it out). */
export const isThrownAway = ({ status }: Pick<Order, 'status'>): boolean => status === 'trash';
