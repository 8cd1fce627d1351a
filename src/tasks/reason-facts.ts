import { tidy } from '../shared/text';

// As src/rules/reasons.ts writes them.
const ITEMS = /(?:^|; )(?:last: |bought: |לאחרונה: |נקנו: )([^;]+)/;
const MORE = /\s\+\d+$/;
const SIGNS: readonly (readonly [sign: RegExp, code: string])[] = [
  [/\d ₪/, 'ILS'],
  [/\d €/, 'EUR'],
  [/£\d/, 'GBP'],
  [/(?:^|[^A-Z])\$\d/, 'USD'],
];

/**
 * The names of the last items that a Reason of ours ends with. Reading the order sheets for them would cost the sidebar's opening
 * many seconds; the night has done so already.
 */
export function itemsInReason(reason: string | null): string[] {
  const listed = reason === null ? undefined : ITEMS.exec(reason)?.[1];
  return listed === undefined ? [] : listed.replace(MORE, '').split(', ').map(tidy).filter((name) => name !== '');
}

/** The currency in which the Reasons of ours name amounts; null where none does. */
export function currencyInReasons(reasons: Iterable<string | null>): string | null {
  for (const reason of reasons) {
    const found = reason === null ? undefined : SIGNS.find(([sign]) => sign.test(reason));
    if (found !== undefined) return found[1];
  }
  return null;
}
