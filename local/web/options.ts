import type { Moment } from '../../src/shared/day';
import { Refusal } from '../../src/shared/problem';
import { momentIn, zoneNamed } from '../clock-words';
import { webMessages } from './messages';

/** What `npm start` was asked for. Null = not given. */
export interface WebOptions {
  readonly book: string | null;
  readonly port: number;
  readonly now: Moment | null;
  readonly zone: string | null;
  readonly locale: string | null;
  readonly user: string;
}

const FIRST_PORT = 8080;
const NAMES = ['book', 'port', 'now', 'zone', 'locale', 'user'] as const;
type Name = (typeof NAMES)[number];

const isName = (name: string): name is Name => NAMES.some((known) => known === name);

/** Reads `--name value` and `--name=value`. Refuses what it does not know. */
export function webOptions(args: readonly string[]): WebOptions {
  const given = new Map<Name, string>();
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    const [, name = '', , inline] = /^--([a-z-]+)(=([\s\S]*))?$/.exec(arg) ?? [];
    if (!isName(name)) throw new Refusal(webMessages.unknownOption(arg));
    const value = inline ?? args[(at += 1)];
    if (value === undefined || value === '') throw new Refusal(webMessages.valueMissing(`--${name}`));
    given.set(name, value);
  }
  const taken = <T>(name: Name, wanted: string, read: (value: string) => T | null): T | null => {
    const value = given.get(name);
    if (value === undefined) return null;
    const result = read(value);
    if (result === null) throw new Refusal(webMessages.badValue(`--${name}`, value, wanted));
    return result;
  };
  return {
    book: given.get('book') ?? null,
    port: taken('port', 'a number from 1 to 65535', (value) => (/^\d{1,5}$/.test(value) && Number(value) > 0 && Number(value) < 65_536 ? Number(value) : null)) ?? FIRST_PORT,
    now: taken('now', 'a moment such as 2026-06-30T03:00', momentIn),
    zone: taken('zone', 'a time zone such as Asia/Jerusalem', zoneNamed),
    locale: taken('locale', 'a locale such as en_US or iw_IL', (value) => (/^[a-z]{2,3}([_-][a-z0-9]{2,8})*$/i.test(value) ? value.replace(/-/g, '_') : null)),
    user: taken('user', 'an e-mail address', (value) => (/^[^\s@]+@[^\s@]+$/.test(value) ? value : null)) ?? 'manager@shop.example',
  };
}
