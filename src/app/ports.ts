import type { ReportChoices, ReportPage } from '../reports/report-page';

/** Document properties: what no sheet holds (run journal, trigger's owner, markers). At most 9 KB a value. */
export interface Properties {
  all(): Readonly<Record<string, string>>;
  /** Sets several at once. */
  set(values: Readonly<Record<string, string>>): void;
}

export interface MailMessage {
  readonly to: readonly string[];
  readonly subject: string;
  /** The plain-text form. */
  readonly text: string;
  readonly html: string;
}

export interface Mail {
  /** Recipients that may still be mailed today; null where Google does not tell. */
  quotaLeft(): number | null;
  /** Gives null once it is on its way, else why it was refused. */
  send(mail: MailMessage): string | null;
}

/** The hourly trigger. Other users' triggers are invisible. */
export interface Triggers {
  /** How many ticks the current user has installed. */
  mine(): number;
  installTick(): void;
  removeTicks(): void;
}

/** The document lock: one run at a time. */
export interface Lock {
  tryHold(seconds: number): boolean;
  /** Everything written must have been flushed before. */
  release(): void;
}

/** A short memory beside the workbook, for what is sent in portions. May forget anything at any time. */
export interface Stash {
  /** At most 100 KB a value, kept for up to six hours. */
  put(values: Readonly<Record<string, string>>): void;
  /** The values that are still there, by name. */
  get(names: readonly string[]): Readonly<Record<string, string>>;
  forget(names: readonly string[]): void;
}

/** A fact about the platform that was tried: what came of it. */
export interface Trial {
  readonly fact: string;
  readonly ok: boolean;
  /** What was seen, where it is not as believed or worth telling; English, as the platform says it. */
  readonly seen: string | null;
}

/** The platform itself, for the self-test: tries each fact on a temporary sheet, which is gone afterwards whatever happens. */
export interface Platform {
  tryFacts(): readonly Trial[];
}

/** Rows that the user has selected, below the header, those left out that a filter hides. */
export interface SelectedRows {
  readonly sheet: string;
  readonly header: readonly string[];
  /** Cells of each row as text, the first selected on top. */
  readonly rows: readonly (readonly string[])[];
  readonly hidden: number;
  /** Whether more rows are selected than were asked for. */
  readonly more: boolean;
}

/** The sheet CRM Report, which is no table. */
export interface ReportSheet {
  /** What stands in its cells for choosing. */
  choices(): ReportChoices;
  /** Makes the sheet show the page; charts of others stay. Flushed. */
  show(page: ReportPage): void;
  /** Cells in the grids of all sheets, blank ones too: Google takes ten million. */
  cellsInWorkbook(): number;
}
