import type { PersonAnswer } from '../../../app/screen/get-cards';
import type { PastOrder } from '../../../app/screen/get-history';
import type { PreviewAnswer } from '../../../app/night/preview';
import type { Day } from '../../../shared/day';
import type { Text } from '../../../shared/text';
import type { Channel } from '../../../tasks/templates.table';
import type { QueueState } from '../../models/queue-state';
import { formatFor, type Format } from '../i18n/format';
import { language } from '../language';

/** Something the manager should read, with what can be done about it. */
export interface Notice {
  readonly tone: 'plain' | 'good' | 'bad';
  readonly words: string | Text;
  readonly acts: readonly { readonly label: Text; readonly act: () => void }[];
}

/** What an outcome offers once it has been chosen. */
export interface Offer {
  readonly kind: 'remind' | 'do not contact';
  readonly email: string;
  readonly who: string;
  readonly outcome: string;
  readonly on: Day | null;
}

export type Panel = 'outcomes' | 'snooze' | 'skip';
export type Fetched<T> = { readonly kind: 'loading' } | { readonly kind: 'here'; readonly value: T } | { readonly kind: 'failed'; readonly words: string };

/** Everything that the sidebar shows, as one value. */
export interface Screen {
  readonly phase: 'loading' | 'failed' | 'ready';
  readonly failure: string;
  readonly queue: QueueState | null;
  readonly refreshing: boolean;
  readonly panel: Panel | null;
  /** Whose text is shown; null = the first that can be used. */
  readonly channel: Channel | null;
  readonly searchOpen: boolean;
  readonly filterOpen: boolean;
  readonly menuOpen: boolean;
  readonly editing: 'notes' | 'task note' | null;
  readonly notice: Notice | null;
  readonly offer: Offer | null;
  /** Somebody shown for themselves: from a search or from the sheet. */
  readonly person: PersonAnswer | null;
  /** Where the cursor stands in the sheet. */
  readonly selected: { readonly email: string; readonly name: string } | null;
  /** Past orders by address. */
  readonly orders: Readonly<Record<string, Fetched<readonly PastOrder[]>>>;
  /** What the next run would bring. */
  readonly tonight: Fetched<PreviewAnswer> | null;
  /** How many rows of a list are shown. */
  readonly shown: number;
}

export const FIRST_ROWS = 40;

let screen: Screen = {
  phase: 'loading',
  failure: '',
  queue: null,
  refreshing: false,
  panel: null,
  channel: null,
  searchOpen: false,
  filterOpen: false,
  menuOpen: false,
  editing: null,
  notice: null,
  offer: null,
  person: null,
  selected: null,
  orders: {},
  tonight: null,
  shown: FIRST_ROWS,
};
let draw: (now: Screen) => void = () => undefined;

export const now = (): Screen => screen;

/** Changes what is shown and draws it. */
export function show(change: Partial<Screen>): void {
  screen = { ...screen, ...change };
  draw(screen);
}

export const drawWith = (drawing: (now: Screen) => void): void => {
  draw = drawing;
};

let format: { readonly of: unknown; readonly value: Format } | null = null;

/** The formats of the open workbook. */
export function formats(): Format {
  const model = screen.queue?.model ?? null;
  if (format === null || format.of !== model) format = { of: model, value: formatFor(model?.locale ?? 'en_GB', language(), model?.today ?? '2026-01-01') };
  return format.value;
}
