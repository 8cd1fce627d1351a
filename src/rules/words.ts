import { addDays, dateOf, dayOf, daysBetween, monthOf, yearOf, type Day } from '../shared/day';
import { sameText, text, type Text } from '../shared/text';

const monthsEn = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const monthsHe = ['ינואר', 'פברואר', 'מרץ', 'אפריל', 'מאי', 'יוני', 'יולי', 'אוגוסט', 'ספטמבר', 'אוקטובר', 'נובמבר', 'דצמבר'];

/** `17 May`. */
export const dateWords = (day: Day): Text =>
  text(`${dateOf(day)} ${monthsEn[monthOf(day) - 1] ?? ''}`, `${dateOf(day)} ב${monthsHe[monthOf(day) - 1] ?? ''}`);

/** `17 May 2026`. */
export const dayWords = (day: Day): Text => {
  const date = dateWords(day);
  return text(`${date.en} ${yearOf(day)}`, `${date.he} ${yearOf(day)}`);
};

/** `1,240` or `1,240.50`: thousands by comma, cents only where there are any. */
export function numberWords(value: number): string {
  const [whole = '0', cents] = (Number.isInteger(value) ? String(value) : value.toFixed(2)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return cents === undefined || cents === '00' ? grouped : `${grouped}.${cents}`;
}

const signsBefore: Readonly<Record<string, string>> = { USD: '$', GBP: '£', CAD: 'C$', AUD: 'A$' };
const signsAfter: Readonly<Record<string, string>> = { ILS: '₪', NIS: '₪', EUR: '€' };

/** `1,240 ₪`, `$1,240`, `1,240 CHF`; the bare number where the currency is unknown. */
export function moneyWords(amount: number, currency: string | null): string {
  const figure = numberWords(amount);
  if (currency === null) return figure;
  const before = signsBefore[currency];
  return before === undefined ? `${figure} ${signsAfter[currency] ?? currency}` : `${before}${figure}`;
}

/** `1 day`, `2 days`; Hebrew has a dual. */
export const daysWords = (count: number): Text =>
  text(count === 1 ? '1 day' : `${numberWords(count)} days`, count === 1 ? 'יום אחד' : count === 2 ? 'יומיים' : `${numberWords(count)} ימים`);

export const yearsWords = (count: number): Text =>
  text(count === 1 ? '1 year' : `${count} years`, count === 1 ? 'שנה' : count === 2 ? 'שנתיים' : `${count} שנים`);

/** `today`, `yesterday`, `112 days ago`, `in 3 days`. */
export function agoWords(day: Day, today: Day): Text {
  const count = daysBetween(day, today);
  if (count === 0) return text('today', 'היום');
  if (count === 1) return text('yesterday', 'אתמול');
  if (count === -1) return text('tomorrow', 'מחר');
  const days = daysWords(Math.abs(count));
  return count > 0 ? text(`${days.en} ago`, `לפני ${days.he}`) : text(`in ${days.en}`, `בעוד ${days.he}`);
}

const UNITS = {
  d: { en: ['day', 'days'], he: ['יום אחד', 'יומיים', 'ימים'] },
  w: { en: ['week', 'weeks'], he: ['שבוע', 'שבועיים', 'שבועות'] },
  m: { en: ['month', 'months'], he: ['חודש', 'חודשיים', 'חודשים'] },
  y: { en: ['year', 'years'], he: ['שנה', 'שנתיים', 'שנים'] },
} as const;
export type SpanUnit = keyof typeof UNITS;

/** `6 weeks`, `1 year`. */
export function spanWords(count: number, unit: SpanUnit): Text {
  const { en, he } = UNITS[unit];
  return text(`${numberWords(count)} ${count === 1 ? en[0] : en[1]}`, count === 1 ? he[0] : count === 2 ? he[1] : `${numberWords(count)} ${he[2]}`);
}

/** The MM-DD of a birthday cell (`05-17`, `5/17`, `1980-05-17`), or null where it is none. */
export function monthDayOf(cell: string): { readonly month: number; readonly date: number } | null {
  const parts = /^(?:\d{4}-)?(\d{1,2})[-/](\d{1,2})$/.exec(cell.trim());
  if (parts === null) return null;
  const [month, date] = [Number(parts[1]), Number(parts[2])];
  return dayOf(2000, month, date) === null ? null : { month, date };
}

/** That date in a year; 29 February is the 28th in a common year. */
export const dateInYear = (year: number, month: number, date: number): Day =>
  dayOf(year, month, date) ?? addDays(dayOf(year, month + 1, 1) ?? `${year}-03-01`, -1);

const LONGEST_QUOTE = 60;

/** `“Name”`, in the quotes of either language; a long text is cut. */
export function quoted(words: string): Text {
  const shown = words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE - 1)}…` : words;
  return shown.includes('"') ? sameText(`“${shown}”`) : text(`“${shown}”`, `"${shown}"`);
}
