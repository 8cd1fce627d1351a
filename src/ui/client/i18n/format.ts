import { daysBetween, type Day } from '../../../shared/day';
import { text, type Language, type Text } from '../../../shared/text';

/** Days, figures and amounts as the reader of this workbook writes them. */
export interface Format {
  /** “30 Jun”, with the year where it is not this one. */
  readonly day: (day: Day) => string;
  /** “Tuesday, 30 June 2026”. */
  readonly longDay: (day: Day) => string;
  /** “today”, “yesterday”, “in 3 days”, “5 weeks ago”. */
  readonly relative: (day: Day) => string;
  readonly count: (value: number) => string;
  /** Without cents where there are none; no sign where the currency is unknown. */
  readonly money: (amount: number, currency: string | null) => string;
}

const tagOf = (locale: string): string => locale.replace('_', '-').replace(/^iw\b/, 'he');

/** The formats of a workbook locale such as `en_US` or `iw_IL`, in the screen's language; `today` is the workbook's. */
export function formatFor(locale: string, language: Language, today: Day): Format {
  const words = language === 'he' ? 'he-IL' : known(tagOf(locale).startsWith('en') ? tagOf(locale) : 'en-GB');
  const figures = known(tagOf(locale));
  const date = (options: Intl.DateTimeFormatOptions): ((day: Day) => string) => {
    const format = new Intl.DateTimeFormat(words, { timeZone: 'UTC', ...options });
    return (day) => format.format(Date.parse(`${day}T00:00:00Z`));
  };
  const [thisYear, otherYear, long] = [date({ day: 'numeric', month: 'short' }), date({ day: 'numeric', month: 'short', year: 'numeric' }), date({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })];
  const spans = new Intl.RelativeTimeFormat(words, { numeric: 'auto' });
  // Hebrew's dual comes with its figure in brackets, which nobody writes.
  const relative = (count: number, unit: Intl.RelativeTimeFormatUnit): string => spans.format(count, unit).replace(/ \(\d+\)/, '');
  const plain = new Intl.NumberFormat(figures);
  return {
    day: (day) => (day.slice(0, 4) === today.slice(0, 4) ? thisYear : otherYear)(day),
    longDay: long,
    relative(day) {
      const days = daysBetween(today, day);
      const size = Math.abs(days);
      if (size < 14) return relative(days, 'day');
      if (size < 60) return relative(Math.round(days / 7), 'week');
      if (size < 730) return relative(Math.round(days / 30.44), 'month');
      return relative(Math.round(days / 365.25), 'year');
    },
    count: (value) => plain.format(value),
    money(amount, currency) {
      const digits = { minimumFractionDigits: Number.isInteger(amount) ? 0 : 2, maximumFractionDigits: 2 };
      if (currency === null || !/^[A-Z]{3}$/.test(currency)) return new Intl.NumberFormat(figures, digits).format(amount);
      return new Intl.NumberFormat(figures, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...digits }).format(amount);
    },
  };
}

/** The tag where the browser knows it, else British English. */
function known(tag: string): string {
  const [found] = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? Intl.NumberFormat.supportedLocalesOf([tag]) : [];
  return found ?? 'en-GB';
}

/** A language code (EN, he) in words; the code itself where nobody knows it. */
export const languageName = (code: string): Text => text(nameIn('en', code), nameIn('he', code));

const nameIn = (language: Language, code: string): string => (/^[a-z]{2,3}$/i.test(code) ? new Intl.DisplayNames(language, { type: 'language' }).of(code.toLowerCase()) : undefined) ?? code;
