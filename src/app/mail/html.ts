/** Markup that is safe to send: built only by `html`, which escapes whatever it is handed, and by `raw`. */
export interface Html {
  readonly markup: string;
}

type Part = string | number | Html | readonly Html[];

/** A tagged template whose values are escaped unless they are markup themselves. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: strings.reduce((before, words, index) => before + markupOf(parts[index - 1] ?? '') + words) };
}

/** Our own constant markup, such as a style. Never for anything that came from a cell. */
export const raw = (markup: string): Html => ({ markup });

const markupOf = (part: Part): string =>
  typeof part === 'string' || typeof part === 'number'
    ? escapeHtml(String(part))
    : isList(part)
      ? part.map((each) => each.markup).join('')
      : part.markup;

const isList = (part: Html | readonly Html[]): part is readonly Html[] => Array.isArray(part);

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (words: string): string => words.replace(/[&<>"']/g, (mark) => ESCAPES[mark] ?? mark);
