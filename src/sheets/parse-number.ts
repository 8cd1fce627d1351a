/** Signs that exports put around amounts: currency signs and codes, percent left out on purpose. */
const DECORATION = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c]|[$€£¥₪₽₴₺₹฿]|ש["״']?ח|\b(?:ils|nis|usd|eur|gbp)\b/gi;
const BLANKS = /[\s\u00a0\u202f'’]/g;

/**
 * The number that a text writes, or null. Of two kinds of signs the last is the decimal one; a single `,` or `.` is decimal
 * unless just three digits follow, which it groups (`1,234`), a leading zero apart (`0.125`).
 */
export function parseNumber(words: string): number | null {
  let rest = words.replace(DECORATION, '').replace(BLANKS, '');
  const negative = /^\(.*\)$|^[-−–]|[-−]$/.test(rest);
  rest = rest.replace(/^[(+\-−–]+|[)\-−]+$/g, '');
  if (!/^[\d.,]*\d[\d.,]*$/.test(rest)) return null;
  const at = decimalSignIn(rest);
  const whole = (at === -1 ? rest : rest.slice(0, at)).replace(/[.,]/g, '');
  const fraction = at === -1 ? '' : rest.slice(at + 1);
  const size = Number(`${whole || '0'}.${fraction || '0'}`);
  return negative && size !== 0 ? -size : size;
}

/** Where the decimal sign stands, or -1. */
function decimalSignIn(digits: string): number {
  const [point, comma] = [digits.lastIndexOf('.'), digits.lastIndexOf(',')];
  const last = Math.max(point, comma);
  if (last === -1) return -1;
  const once = digits.indexOf(digits.charAt(last)) === last;
  if (!once) return -1;
  if (point !== -1 && comma !== -1) return last;
  return digits.length - last - 1 === 3 && !digits.startsWith('0') && last > 0 ? -1 : last;
}
