/** What the page and its server say to each other: JSON, 0-based rows and columns. */

/** A cell as the page draws it: its text alone where that says all. */
export type CellView = string | RichCell;

export interface RichCell {
  /** What the cell shows. */
  readonly t: string;
  /** What the editor starts with, where that is not what the cell shows. */
  readonly e?: string;
  /** A number or date (set at the end), a flag (centred), an error. */
  readonly k?: 'n' | 'b' | 'e';
  readonly note?: string;
  readonly link?: string;
  /** Index into the block's drop-downs. */
  readonly d?: number;
  /** Index into the block's styles. */
  readonly s?: number;
}

export interface CellStyle {
  readonly background?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly line?: 'underline' | 'line-through';
  readonly size?: number;
  readonly align?: 'left' | 'center' | 'right';
}

export interface DropDownView {
  readonly values: readonly string[];
  readonly allowInvalid: boolean;
  readonly help: string | null;
  readonly checkbox: boolean;
}

/** Some rows of a sheet. */
export interface Block {
  readonly sheet: string;
  /** The sheet's revision that the rows are of. */
  readonly revision: number;
  readonly from: number;
  /** rows[0] is row `from`; a row ends at its last cell that shows or carries something. */
  readonly rows: readonly (readonly CellView[])[];
  readonly styles: readonly CellStyle[];
  readonly dropDowns: readonly DropDownView[];
}

export interface Rectangle {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface ChartSeries {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

export interface ChartView {
  readonly type: string;
  readonly title: string;
  readonly row: number;
  readonly column: number;
  readonly offsetX: number;
  readonly offsetY: number;
  readonly width: number;
  readonly height: number;
  /** Whether the series stand upon each other, and whether what they make together counts as the whole. */
  readonly stacked: 'no' | 'sums' | 'shares';
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
}

/** A sheet's basic filter; its first row has the headers. */
export interface FilterView extends Rectangle {
  /** Columns in which some values are hidden. */
  readonly choosing: readonly number[];
}

/** A sheet that its owner may edit after a warning only. */
export interface ProtectionView {
  readonly description: string;
  /** Ranges that anyone may edit all the same. */
  readonly open: readonly Rectangle[];
}

/** What stands in a column of the filter, in order. */
export interface ColumnValue {
  /** As it shows; empty for blank cells. */
  readonly text: string;
  readonly hidden: boolean;
}

export interface SheetView {
  readonly name: string;
  readonly hidden: boolean;
  readonly rightToLeft: boolean;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly rows: number;
  readonly columns: number;
  /** Rows with content. */
  readonly filled: number;
  /** Pixels of the columns that are not 100 wide. */
  readonly widths: readonly (readonly [column: number, pixels: number])[];
  readonly hiddenColumns: readonly number[];
  readonly hiddenRows: readonly number[];
  /** Rows hidden by hand, not by the filter. */
  readonly foldedRows: readonly number[];
  readonly filter: FilterView | null;
  readonly protection: ProtectionView | null;
  readonly charts: readonly ChartView[];
  /** Grows with every change of the sheet. */
  readonly revision: number;
}

export type MenuItemView =
  | { readonly kind: 'item'; readonly label: string; readonly functionName: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'menu'; readonly menu: MenuView };

export interface MenuView {
  readonly title: string;
  readonly items: readonly MenuItemView[];
}

/** What a person may switch on to see how the add-on takes it. */
export interface FaultSwitches {
  readonly offline: boolean;
  readonly busy: boolean;
  readonly severalAccounts: boolean;
  readonly slow: boolean;
}

export interface MailView {
  /** Its address on the frames' origin, below `/mail/`. */
  readonly token: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface DialogView {
  readonly kind: 'sidebar' | 'modal' | 'modeless';
  readonly title: string;
  /** Its address on the frames' origin, below `/page/`. */
  readonly token: string;
  readonly width: number | null;
  readonly height: number | null;
}

export interface PageState {
  readonly title: string;
  /** Where Save writes. */
  readonly path: string;
  readonly sample: boolean;
  readonly saved: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly locale: string;
  readonly language: 'en' | 'he';
  readonly zone: string;
  readonly user: string;
  /** The clock, in the workbook's zone, to the second. */
  readonly now: string;
  readonly menus: readonly MenuView[];
  readonly sheets: readonly SheetView[];
  readonly active: string;
  readonly mails: readonly MailView[];
  readonly faults: FaultSwitches;
  readonly triggers: number;
  /** Where the sidebar and the dialogs are served from. */
  readonly framesOrigin: string;
}

/** What became different in a sheet: runs of cells of one row. */
export interface ChangedCells {
  readonly sheet: string;
  readonly cells: number;
  /** At most some thousand; `first` and `last` are columns. */
  readonly runs: readonly (readonly [row: number, first: number, last: number])[];
}

export interface ToastView {
  readonly title: string;
  readonly message: string;
  /** Negative: until it is closed. */
  readonly seconds: number;
}

/** Something that the script asks before it goes on. */
export interface QuestionView {
  readonly title: string;
  readonly prompt: string;
  readonly buttons: 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';
  /** Whether words are to be typed besides. */
  readonly typed: boolean;
}

export interface AnswerGiven {
  readonly button: 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE';
  readonly text?: string;
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

export interface Figures {
  readonly filled: number;
  readonly numbers: number;
  readonly sum: number;
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
