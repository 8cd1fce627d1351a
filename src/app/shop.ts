import type { Day, Moment } from '../shared/day';
import type { Language, Text } from '../shared/text';
import type { Workbook } from '../sheets/workbook';
import type { Journal } from './journal';
import type { Mail, Platform, ReportSheet, SelectedRows, Stash, Triggers } from './ports';

/** What a job works with: the workbook, the services beside it, and the moment at which it began. */
export interface Shop {
  readonly book: Workbook;
  readonly journal: Journal;
  readonly mail: Mail;
  readonly triggers: Triggers;
  /** Where the portions of an import wait. */
  readonly stash: Stash;
  readonly platform: Platform;
  readonly reportSheet: ReportSheet;
  /** Up to so many of the rows that the user has selected; null where nobody can have selected any. */
  readonly selection: (most: number) => SelectedRows | null;
  /** Address of whoever runs the job. */
  readonly user: string;
  readonly now: Moment;
  readonly today: Day;
  /** Language of what is written into cells: the workbook's locale decides. */
  readonly language: Language;
  /** The manifest's time zone. */
  readonly scriptZone: string;
  /** Whether the workbook's clock shows the same as the script's all year round. */
  readonly zonesAgree: boolean;
  /** Seconds since the job began. */
  readonly secondsSoFar: () => number;
  /** Runs a step on which nothing after it depends. Gives the sentence of its failure, null where it went well. */
  readonly aside: (step: () => void) => Text | null;
}
