import type { Contact } from '../contacts/contacts.table';
import type { Order } from '../orders/order';
import type { Settings } from '../settings/settings';
import type { Day } from '../shared/day';
import type { Text } from '../shared/text';

/** Whom a rule is asked about: the contact as it will stand after the sync, with the counted orders. */
export interface Subject {
  readonly contact: Contact;
  /** The person's counted orders (aliases' included) by day, then second, then id. */
  readonly orders: readonly Order[];
  /** Every order of the person that the sheets hold, those that don't count included: it tells a cancelled order from a vanished one. */
  readonly allOrders: readonly Order[];
  readonly today: Day;
  readonly settings: Settings;
}

/** An occasion that a trigger finds in a subject. */
export interface Match {
  /** What is settled once; unique within the rule: an order's id, `last:<order id>`, or a person's hash with a year or period. */
  readonly occasion: string;
  /** The match's own day: delivery + Days, the date − Days, the first day of the lapse. The task is never earlier. */
  readonly day: Day;
  /** What set it off, for the task's Trigger column: “Order 10432 completed”. */
  readonly trigger: Text;
  /** Why it is worth doing, with the person's own figures. */
  readonly reason: Text;
  /** The order it stands on; null for matches that stand on no single order. */
  readonly orderId: string | null;
  /**
   * For a match that may come again: every occasion of the series begins with `prefix`, and the next one comes `everyDays`
   * after the last one of the series was settled; null = never. The occasion alone keeps it to one a period; the ledger
   * keeps the distance, and so what was settled stays so when the rule begins or ceases to repeat.
   */
  readonly series?: { readonly prefix: string; readonly everyDays: number | null };
}

/** What stops a rule today, and the first later day on which it could match; null when that depends on what people do. */
export interface WhyNot {
  readonly condition: Text;
  readonly earliest: Day | null;
}

/** A row of CRM Rules that can run. */
export interface Rule {
  readonly id: string;
  readonly name: string;
  readonly trigger: string;
  readonly taskType: string;
  readonly assignedTo: string | null;
  /** Binds order and date rules: matches whose own day is before it make no task. Null = today. */
  readonly startOn: Day | null;
  /** Whether Start Date binds (order, product and date triggers) or not (state triggers). */
  readonly boundByStart: boolean;
  /** Days a match may wait after its own day; null = no end. */
  readonly validForDays: number | null;
  /** The occasions that this rule finds in a person, `day` on or before today, oldest first; those of days before `since` may be left out. */
  readonly matchesIn: (subject: Subject, since?: Day | null) => readonly Match[];
  /** The first day after today on which it could match this person as things stand, with the condition that stops it now. */
  readonly whyNot: (subject: Subject) => WhyNot;
  /** Whether a match made earlier still holds; the reason where it does not (ordered since, cancelled, refunded). */
  readonly mootIn: (subject: Subject | null, occasion: string) => Text | null;
}
