/** What the page shows around the sheets. */
import type { SheetView } from './sheets';

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

export interface ToastView {
  readonly title: string;
  readonly message: string;
  /** Negative: until it is closed. */
  readonly seconds: number;
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
