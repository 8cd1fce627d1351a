const HALF_PAIRS = /[\ud800-\udbff](?![\udc00-\udfff])|(?:[^\ud800-\udbff]|^)[\udc00-\udfff]/g;

/** Text as a part of a link. Half of a surrogate pair, as a cut emoji leaves it, becomes � instead of an error. */
export const uriPart = (words: string): string => encodeURIComponent(words.replace(HALF_PAIRS, (found) => (found.length === 2 ? `${found.charAt(0)}\ufffd` : '\ufffd')));
