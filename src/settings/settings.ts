import type { Day } from '../shared/day';

/** The shop's settings, every one with a usable value. Names follow CRM Settings. */
export interface Settings {
  /** Names of the order sheets; empty = found by their headers. */
  readonly orderSheets: readonly string[];
  /** Our field → the shop's own header, as `Order columns` maps them: `Email = Customer mail; …`. */
  readonly orderColumns: Readonly<Record<string, string>>;
  /** Normalised as `Order.status` is. */
  readonly statusesThatCount: readonly string[];
  /** Upper-case code, or null = the one most orders have. */
  readonly currency: string | null;
  readonly lapsedAfterDays: number;
  readonly lostAfterDays: number;
  readonly daysToDeliver: number;
  /** Percent. */
  readonly stopIfOrdersDropBy: number;
  readonly importStaleAfterDays: number;
  /** Two-letter code in capitals. */
  readonly defaultLanguage: string;
  /** Digits only. */
  readonly defaultCountryCode: string;
  /** Blank = the workbook's name; the reader of the settings fills it in. */
  readonly shopName: string;
  readonly signature: string;
  /** Weekdays on which tasks are made, 0 = Sunday. */
  readonly makeTasksOn: readonly number[];
  readonly tasksOnTheList: number;
  readonly coolDownDays: number;
  readonly serviceCoolDownDays: number;
  readonly skipRestsDays: number;
  readonly expireAfterDays: number;
  readonly archiveAfterDays: number;
  /** 0–23. */
  readonly nightlyHour: number;
  /** Addresses; empty = whoever ran Set up. */
  readonly digestTo: readonly string[];
  readonly digestLanguage: 'en' | 'he';
  readonly reorderWindowDays: number;
}

/** Days on which no tasks are made, besides the weekdays off. */
export type DaysOff = ReadonlySet<Day>;
