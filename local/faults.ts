import type { Workbook } from './workbook/model';

/** What can go wrong, or differ from what is believed of Google, in a run of the local host. Service calls are numbered from 1 over the host's life. */
export interface Faults {
  /** Stops before the service call of this number, with the first `queued` of the queued writes applied (absent: all). */
  readonly stopAt?: { readonly call: number; readonly queued?: number };
  /** The service call of this number throws an Exception instead of doing anything. */
  readonly failAt?: { readonly call: number; readonly message?: string };
  /** Runs just before each service call: here "a person" may change the workbook, or a second host on the same workbook may run. */
  readonly between?: (call: number, workbook: Workbook) => void;
  /** Sheets that another user has protected: whatever the script writes there is refused. */
  readonly protectedByOthers?: readonly string[];
  /** Another user holds every lock: for good, or for this many seconds from the host's start. */
  readonly lockHeld?: boolean | number;
  /** Mail recipients left today; absent: 100. */
  readonly mailQuota?: number;
  /** Scopes of the manifest that the user did not consent to, as URLs or as their last part (`script.send_mail`). */
  readonly deniedScopes?: readonly string[];
  /** Seconds until a run is killed, instead of 360, or 30 for a simple trigger. */
  readonly secondsPerRun?: number;
  /** How many of the queued writes a kill applies (absent: all). */
  readonly queuedAtKill?: number;
  /** The browser is signed in to several Google accounts: calls from the sidebar fail before any code runs. */
  readonly severalAccounts?: boolean;
  /** The user opens the workbook with an add-on that is not yet enabled in it: onOpen runs under AuthMode NONE. */
  readonly notEnabled?: boolean;
  /** What becomes of a leading apostrophe that a script writes into a cell of format `@`; absent: kept as a character. */
  readonly apostropheInTextCells?: 'kept' | 'consumed';
  /** What becomes of a number that a script writes into a cell of format `@`; absent: it stays a number. */
  readonly numbersInTextCells?: 'number' | 'text';
}
