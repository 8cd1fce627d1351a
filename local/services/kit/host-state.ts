import type { Faults } from '../../faults';
import type { Workbook } from '../../workbook/model';
import type { Usage } from './usage';
import type { Zone } from './zone';

export type Invocation = 'menu' | 'sidebar' | 'trigger' | 'open' | 'edit';
export type AuthMode = 'NONE' | 'LIMITED' | 'FULL';

/** How and for whom one call of the script runs. */
export interface Run {
  readonly invocation: Invocation;
  readonly authMode: AuthMode;
  /** The address of the user under whose name it runs. */
  readonly user: string;
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export type MenuItem =
  | { readonly kind: 'item'; readonly label: string; readonly functionName: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'menu'; readonly menu: Menu };

export interface Menu {
  readonly title: string;
  readonly items: readonly MenuItem[];
}

/** What a script showed beside or over the sheet. */
export interface Dialog {
  readonly kind: 'sidebar' | 'modal' | 'modeless';
  readonly title: string;
  readonly html: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** A question that a script put to the user, and the answer it got. */
export interface Alert {
  readonly title: string;
  readonly prompt: string;
  readonly buttons: string;
  readonly answer: Answer;
}

/** A question that a script puts to the user. */
export interface Question {
  readonly title: string;
  readonly prompt: string;
  readonly buttons: 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';
  /** Whether something is to be typed besides. */
  readonly typed: boolean;
}

/** The button that was pressed, and what was typed into a prompt. */
export interface Answer {
  readonly button: 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE';
  readonly text?: string;
}

export interface Toast {
  readonly message: string;
  readonly title: string;
  readonly seconds: number;
}

/** The cells that the user has selected: 0-based, the first of the ranges is the active one. */
export interface Selection {
  readonly sheet: string;
  readonly ranges: readonly { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }[];
}

export interface Manifest {
  readonly timeZone: string;
  /** Null: the manifest names none, so that Google finds them itself. */
  readonly oauthScopes: readonly string[] | null;
}

/** What the services of one run need of the host. */
export interface HostState {
  readonly workbook: Workbook;
  readonly manifest: Manifest;
  /** The workbook's zone: date cells are wall clocks in it. */
  readonly zone: Zone;
  readonly faults: Faults;
  readonly usage: Usage;
  /** Names of the functions that menus, triggers and the sidebar may call. */
  readonly entryPoints: ReadonlySet<string>;
  readonly mails: Mail[];
  readonly toasts: Toast[];
  readonly menus: Menu[];
  readonly dialogs: Dialog[];
  readonly alerts: Alert[];
  /** Answers to the alerts and prompts to come. */
  readonly answers: Answer[];
  /** Whether somebody is there to be asked: a question without an answer then ends the run as Unanswered. */
  readonly attended: boolean;
  readonly logs: string[];
  selection: Selection | null;
  /** Milliseconds since the epoch. */
  instant(): number;
  /** Milliseconds since the epoch at which the host was made. */
  readonly startedAt: number;
  advance(seconds: number): void;
  /** The text of an HTML file of the bundle, or null where there is none. */
  htmlFile(name: string): string | null;
}
