import type { Contact } from '../contacts/contacts.table';
import type { Rule, Subject } from '../rules/rule';
import type { DaysOff, Settings } from '../settings/settings';
import type { Day } from '../shared/day';
import type { Language } from '../shared/text';
import type { LedgerSheetRow } from './ledger.table';
import type { Person } from './people';
import type { HowToReach, NewTask, Task, TaskSheetRow } from './tasks.table';

/** Everything that a night's plan follows from. The same input in another order of rows gives the same plan. */
export interface NightInput {
  readonly today: Day;
  readonly settings: Settings;
  readonly daysOff: DaysOff;
  /** The rules that can run. */
  readonly rules: readonly Rule[];
  /** Everyone in Contacts as it stands after the sync. */
  readonly people: readonly Person[];
  /** CRM Tasks, tasks made by hand included. */
  readonly tasks: readonly TaskSheetRow[];
  readonly archive: readonly Task[];
  readonly ledger: readonly LedgerSheetRow[];
  /** Id of the run. */
  readonly run: string;
  /** Language of what is written into cells. */
  readonly language: Language;
  /** The WhatsApp link and the language of a new task's message. */
  readonly messageOf: (draft: NewTask, contact: Contact) => HowToReach;
}

/** The person as the rules are asked about them. */
export const subjectOf = ({ contact, orders, allOrders }: Person, { today, settings }: Pick<NightInput, 'today' | 'settings'>): Subject => ({
  contact,
  orders,
  allOrders: allOrders ?? orders,
  today,
  settings,
});
