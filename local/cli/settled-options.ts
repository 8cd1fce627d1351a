import { kindOfAnswer } from '../../src/contacts/mailchimp/export-kind';
import type { MailchimpStatus } from '../../src/contacts/contacts.table';
import { isDay, type Day, type Moment } from '../../src/shared/day';
import { Refusal } from '../../src/shared/problem';
import { text, type Text } from '../../src/shared/text';
import { momentIn, zoneNamed } from '../clock-words';
import type { CommandLine, OptionName } from './options';

/** The options of a command line with their values checked. Null = not given. */
export interface Options {
  readonly book: string | null;
  readonly save: string | null;
  readonly now: Moment | null;
  readonly zone: string | null;
  readonly locale: string | null;
  readonly cells: 'text' | null;
  /** Settings for this run as they were typed; `settingsIn` reads them once the book is open. */
  readonly set: readonly string[];
  readonly json: boolean;
  readonly stopAt: number | null;
  readonly kind: MailchimpStatus | null;
  readonly dryRun: boolean;
  readonly outcome: string | null;
  readonly note: string | null;
  readonly until: Day | null;
  readonly due: Day | null;
  readonly again: boolean;
  readonly sent: boolean;
}

/** Checks the values that were given. Throws a Refusal that names the option and what it takes. */
export function settledOptions({ values }: CommandLine): Options {
  const given = (name: OptionName): string | null => {
    const all = values.get(name);
    return all?.[all.length - 1] ?? null;
  };
  const read = <T>(name: OptionName, take: (value: string) => T | null, wanted: Text): T | null => {
    const value = given(name);
    if (value === null) return null;
    const taken = take(value);
    if (taken === null) throw new Refusal(optionMessages.badValue(name, value, wanted));
    return taken;
  };
  const filled = (name: OptionName): string | null => read(name, (value) => (value.trim() === '' ? null : value), optionMessages.something);
  const day = (name: OptionName): Day | null => read(name, (value) => (isDay(value) ? value : null), optionMessages.day);
  return {
    book: filled('book'),
    save: filled('save'),
    now: read('now', momentIn, optionMessages.moment),
    zone: read('zone', zoneNamed, optionMessages.zone),
    locale: read('locale', (value) => (/^[a-z]{2,3}([_-][a-z0-9]{2,8})*$/i.test(value) ? value.replace(/-/g, '_') : null), optionMessages.locale),
    cells: read('cells', (value) => (value === 'text' ? value : null), optionMessages.cells),
    set: values.get('set') ?? [],
    json: values.has('json'),
    stopAt: read('stop-at', (value) => (/^[1-9]\d{0,8}$/.test(value) ? Number(value) : null), optionMessages.count),
    kind: read('kind', kindOfAnswer, optionMessages.kind),
    dryRun: values.has('dry-run'),
    outcome: given('outcome'),
    note: given('note'),
    until: day('until'),
    due: day('due'),
    again: values.has('again'),
    sent: values.has('sent'),
  };
}

/** Sentences about values that an option does not take. */
const optionMessages = {
  badValue: (name: string, value: string, wanted: Text): Text => text(`--${name} is “${value}”; it takes ${wanted.en}.`, `האפשרות --${name} היא „${value}”; היא מקבלת ${wanted.he}.`),
  something: text('a path', 'נתיב'),
  day: text('a day such as 2026-06-30', 'יום כגון 2026-06-30'),
  moment: text('a moment such as 2026-06-30T03:00', 'מועד כגון 2026-06-30T03:00'),
  zone: text('a time zone such as Asia/Jerusalem', 'אזור זמן כגון Asia/Jerusalem'),
  locale: text('a locale such as en_US or iw_IL', 'לוקאל כגון en_US או iw_IL'),
  cells: text('only: text', 'רק: text'),
  count: text('a number from 1 on', 'מספר מ-1 ומעלה'),
  kind: text('subscribed, unsubscribed, cleaned or non-subscribed', 'subscribed, unsubscribed, cleaned או non-subscribed'),
};
