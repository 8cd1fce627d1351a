import type { Day } from '../shared/day';

/** One line of an order. */
export interface OrderItem {
  readonly name: string;
  readonly quantity: number;
  /** The line's value in the order's currency; null where the sheet has none. */
  readonly total: number | null;
}

/** An order of the shop, once, whatever number of rows and sheets repeat it. */
export interface Order {
  readonly id: string;
  /** The buyer's address as the key of Contacts: tidy and in lower case. */
  readonly email: string;
  /** The order's day in the workbook's zone. */
  readonly day: Day;
  /** Seconds since midnight; 0 where the sheet has no time of day. */
  readonly second: number;
  /** The day of completion where the sheet tells it. */
  readonly completedOn: Day | null;
  /** Lower case, without `wc-` and blanks. */
  readonly status: string;
  /** Whether the status is one of `Order statuses that count`. */
  readonly counts: boolean;
  /** Net of refunds where the sheet has them, else gross; null where the sheet has no total. */
  readonly total: number | null;
  /** Upper-case code; null where the sheet has none. */
  readonly currency: string | null;
  /** Whether the total is in the shop's one currency (or in no stated one), and so counts as spend. */
  readonly homeCurrency: boolean;
  readonly name: string | null;
  readonly phone: string | null;
  /** Two-letter code in capitals. */
  readonly language: string | null;
  readonly items: readonly OrderItem[];
  readonly sheet: string;
  readonly row: number;
}
