/** Scripts that decide a language. Latin and Han are written by several, and decide nothing. */
const scripts: readonly (readonly [code: string, letters: RegExp])[] = [
  ['HE', /[\u05d0-\u05ea\ufb1d-\ufb4f]/],
  ['JA', /[\u3041-\u3096\u30a1-\u30fa\u31f0-\u31ff\uff66-\uff9d]/],
  ['KO', /[\uac00-\ud7af\u1100-\u11ff\u3131-\u318e]/],
  ['RU', /[\u0400-\u04ff]/],
  ['AR', /[\u0620-\u064a\u066e-\u06d3\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]/],
];

/** The language that the script of a name speaks for, or null where it decides nothing (Latin, Han, two scripts at once). */
export function languageOfName(name: string | null): string | null {
  if (name === null) return null;
  const found = scripts.filter(([, letters]) => letters.test(name));
  return found.length === 1 && found[0] !== undefined ? found[0][0] : null;
}
