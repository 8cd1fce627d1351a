/** What the page asks of its server, and what comes of it: JSON, 0-based rows and columns. */
import type { ChangedCells, Rectangle } from './cells';
import type { DialogView, FaultSwitches, PageState, ToastView } from './page';

export interface AnswerGiven {
  readonly button: 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE';
  readonly text?: string;
}

/** Something that the script asks before it goes on. */
export interface QuestionView {
  readonly title: string;
  readonly prompt: string;
  readonly buttons: 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';
  /** Whether words are to be typed besides. */
  readonly typed: boolean;
}

export interface Figures {
  readonly filled: number;
  readonly numbers: number;
  readonly sum: number;
}

/** What came of an act. */
export interface Outcome {
  readonly state: PageState;
  readonly changes: readonly ChangedCells[];
  readonly toasts: readonly ToastView[];
  readonly alerts: readonly { readonly title: string; readonly prompt: string }[];
  readonly dialogs: readonly DialogView[];
  /** One sentence, where it did not come off. */
  readonly error: string | null;
  /** Nothing was done: the script wants to know this first. The same act with one answer more goes on. */
  readonly question?: QuestionView;
  /** Result of a call of the sidebar or a dialog. */
  readonly result?: unknown;
  /** Figures over the selected cells. */
  readonly figures?: Figures;
}

/** What a person does, as the page tells the server. */
export type Act =
  | { readonly act: 'look' }
  | { readonly act: 'menu'; readonly functionName: string; readonly answers: readonly AnswerGiven[] }
  | { readonly act: 'run'; readonly name: string; readonly args: readonly unknown[]; readonly answers: readonly AnswerGiven[] }
  | { readonly act: 'select'; readonly sheet: string; readonly ranges: readonly Rectangle[] }
  | SheetAct
  | { readonly act: 'undo' }
  | { readonly act: 'redo' }
  | { readonly act: 'hideSheet'; readonly sheet: string; readonly hidden: boolean }
  | { readonly act: 'locale'; readonly locale: string }
  | { readonly act: 'user'; readonly user: string }
  | { readonly act: 'clock'; readonly now: string }
  | { readonly act: 'nextNight' }
  | { readonly act: 'faults'; readonly faults: FaultSwitches }
  | { readonly act: 'save' }
  | { readonly act: 'reset' };

/** What a person does to one sheet; it can be undone. */
export type SheetAct =
  | { readonly act: 'type'; readonly sheet: string; readonly row: number; readonly column: number; readonly words: string }
  | { readonly act: 'clear'; readonly sheet: string; readonly range: Rectangle }
  | { readonly act: 'enter'; readonly sheet: string; readonly row: number; readonly column: number; readonly words: readonly (readonly string[])[] }
  | { readonly act: 'copy'; readonly from: { readonly sheet: string; readonly range: Rectangle }; readonly sheet: string; readonly row: number; readonly column: number; readonly cut: boolean }
  | { readonly act: 'sort'; readonly sheet: string; readonly column: number; readonly ascending: boolean }
  | { readonly act: 'insertRows'; readonly sheet: string; readonly row: number; readonly count: number }
  | { readonly act: 'deleteRows'; readonly sheet: string; readonly row: number; readonly count: number }
  | { readonly act: 'width'; readonly sheet: string; readonly column: number; readonly pixels: number }
  | { readonly act: 'insertColumns'; readonly sheet: string; readonly column: number; readonly count: number }
  | { readonly act: 'deleteColumns'; readonly sheet: string; readonly column: number; readonly count: number }
  | { readonly act: 'fold'; readonly sheet: string; readonly what: 'rows' | 'columns'; readonly from: number; readonly count: number; readonly hidden: boolean }
  | { readonly act: 'freeze'; readonly sheet: string; readonly what: 'rows' | 'columns'; readonly count: number }
  | { readonly act: 'filter'; readonly sheet: string; readonly on: boolean }
  | { readonly act: 'filterValues'; readonly sheet: string; readonly column: number; readonly hidden: readonly string[] };
