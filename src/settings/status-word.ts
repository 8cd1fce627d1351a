import { fold } from '../shared/text';

/** An order status as orders and settings compare it: lower case, without blanks and `wc-`. */
export const statusWord = (text: string): string => fold(text).replace(/\s+/g, '').replace(/^wc[-_]/, '');
