/** What of a locale decides how typed text is read: the order of day and month, the decimal sign, the language of months. */
export interface LocaleRules {
  readonly dayFirst: boolean;
  readonly decimal: '.' | ',';
  readonly hebrew: boolean;
  /** The number format a typed short date takes. */
  readonly shortDate: string;
}

const MONTH_FIRST = new Set(['en', 'en_us', 'en_ph', 'fil', 'fil_ph']);
/** Languages that write the year first; in a date without a year the month comes first. */
const YEAR_FIRST = new Set(['zh', 'ja', 'ko', 'hu', 'lt', 'sv', 'mn']);
const DECIMAL_COMMA = new Set(
  'bg ca cs da de el es et eu fi fr gl hr hu id is it lt lv nb nl no pl pt ro ru sk sl sr sv tr uk vi'.split(' '),
);
/** Countries that write a decimal point in a language that elsewhere has a comma. */
const DECIMAL_POINT = new Set(['es_mx', 'es_us', 'de_ch', 'es_pr', 'es_do', 'es_gt', 'es_pe', 'es_hn', 'es_ni', 'es_pa', 'es_sv']);

const known = new Map<string, LocaleRules>();

/** The rules of a locale such as `en_US`, `iw_IL`, `he`, `de-DE`; an unknown one writes the day first and a decimal point. */
export function localeRules(locale: string): LocaleRules {
  const found = known.get(locale);
  if (found !== undefined) return found;
  const code = locale.toLowerCase().replace('-', '_');
  const language = code.split('_')[0] ?? '';
  const dayFirst = !MONTH_FIRST.has(code) && !YEAR_FIRST.has(language);
  const rules: LocaleRules = {
    dayFirst,
    decimal: DECIMAL_COMMA.has(language) && !DECIMAL_POINT.has(code) ? ',' : '.',
    hebrew: language === 'he' || language === 'iw',
    shortDate: dayFirst ? 'dd/mm/yyyy' : YEAR_FIRST.has(language) ? 'yyyy/mm/dd' : 'm/d/yyyy',
  };
  known.set(locale, rules);
  return rules;
}
