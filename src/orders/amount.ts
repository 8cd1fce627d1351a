import { tidy } from '../shared/text';
import { isDateCell, type Cell } from '../sheets/cell';
import { cellText } from './cell-text';

const ENTITY = /&#?\w{1,8};/g;
const CURRENCY_SIGN = /\p{Sc}/gu;
// A currency's code or short name beside the amount. Other words make the cell unreadable: “see note 5” is no 5.
const WORD = String.raw`(?:[A-Z]{3}|ils|nis|usd|eur|US|R|kr\.?|Kr\.?|zł|Ft|Kč|Rs\.?|lei|ש["'״׳]*ח|שקל(?:ים)?)`;
const SIGNED = new RegExp(String.raw`^([-−–+]?)\s*${WORD}?\s*([-−–+]?)\s*([\d.,'’ ]*\d[.,]?)\s*([-−–]?)\s*${WORD}?\s*$`);
const NUMBER = /^\d[\d.,'’ ]*$|^[.,]\d+$/;
const GROUPS = /^\d{1,3}(?:[.,'’ ]\d{2,3})*[.,'’ ]\d{3}$|^\d+$/;

/** Digits with separators → the number: a last `,` or `.` before one or two digits is the decimal sign. */
function unsigned(digits: string): number | null {
  if (!NUMBER.test(digits)) return null;
  const last = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'));
  if (last < 0) return whole(digits);
  const [before, after] = [digits.slice(0, last), digits.slice(last + 1)];
  const grouped = after.length === 3 && GROUPS.test(digits) && !before.startsWith('0') && sameSeparators(digits);
  if (grouped || after === '') return whole(after === '' ? before : digits);
  if (!/^\d+$/.test(after)) return null;
  const integer = before === '' ? 0 : whole(before);
  return integer === null ? null : Number(`${integer}.${after}`);
}

const sameSeparators = (digits: string): boolean => !(digits.includes(',') && digits.includes('.'));

function whole(digits: string): number | null {
  const trimmed = digits.trim();
  return GROUPS.test(trimmed) ? Number(trimmed.replace(/\D/g, '')) : null;
}

// A slip of the keyboard or a phone number: with amounts of this size sums would no longer be right to the cent.
const TOO_LARGE = 1e12;

/**
 * The amount that a cell shows, or null where it shows none: `1.234,56`, `1,234.56`, `1 234,50`, `₪ 320`, `(5.00)`.
 * A thousands separator is one before exactly three digits. From a million millions on it is none.
 */
export function parseAmount(cell: Cell | undefined): number | null {
  const amount = amountIn(cell);
  return amount !== null && Math.abs(amount) < TOO_LARGE ? amount : null;
}

function amountIn(cell: Cell | undefined): number | null {
  if (typeof cell === 'number') return cell;
  if (cell === undefined || typeof cell === 'boolean' || isDateCell(cell)) return null;
  // Most amounts in a sheet of text are plain.
  if (/^\d+(?:\.\d{1,2})?$/.test(cell)) return Number(cell);
  const words = tidy(cellText(cell).replace(ENTITY, ' ').replace(CURRENCY_SIGN, ' '));
  const bracketed = /^\((.*)\)$/.exec(words);
  const parts = SIGNED.exec((bracketed?.[1] ?? words).trim());
  if (parts === null) return null;
  const amount = unsigned((parts[3] ?? '').trim());
  if (amount === null) return null;
  const signs = `${parts[1] ?? ''}${parts[2] ?? ''}${parts[4] ?? ''}`;
  if (signs.length > 1) return null;
  return (bracketed !== null || (signs !== '' && signs !== '+')) && amount !== 0 ? -amount : amount;
}
