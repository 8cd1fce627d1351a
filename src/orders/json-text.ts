/** A value of JSON text. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

// JSON.parse throws on a cell that merely looks like JSON; a bad cell is no failure here.
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"((?:[^"\\]|\\.)*)"/y;
const BLANK = /\s*/y;
const WORDS: readonly (readonly [string, Json])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };
const DEEPEST = 20;

/** The value of a JSON text, or undefined where it is none. */
export function jsonIn(text: string): Json | undefined {
  let at = 0;

  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  const take = (character: string): boolean => {
    match(BLANK);
    if (text[at] !== character) return false;
    at += 1;
    return true;
  };
  const string = (): string | undefined =>
    match(STRING)?.[1]?.replace(/\\(u[0-9a-fA-F]{4}|.)/g, (_, escape: string) => (escape.length === 5 ? String.fromCharCode(parseInt(escape.slice(1), 16)) : (ESCAPES[escape] ?? escape)));

  const value = (depth: number): Json | undefined => {
    match(BLANK);
    if (depth > DEEPEST) return undefined;
    if (text[at] === '"') return string();
    if (take('[')) {
      const list: Json[] = [];
      if (take(']')) return list;
      do {
        const item = value(depth + 1);
        if (item === undefined) return undefined;
        list.push(item);
      } while (take(','));
      return take(']') ? list : undefined;
    }
    if (take('{')) {
      const entries: [string, Json][] = [];
      if (take('}')) return {};
      do {
        match(BLANK);
        const key = string();
        if (key === undefined || !take(':')) return undefined;
        const item = value(depth + 1);
        if (item === undefined) return undefined;
        entries.push([key, item]);
      } while (take(','));
      return take('}') ? Object.fromEntries(entries) : undefined;
    }
    for (const [word, meaning] of WORDS)
      if (text.startsWith(word, at)) {
        at += word.length;
        return meaning;
      }
    const number = match(NUMBER);
    return number === null ? undefined : Number(number[0]);
  };

  const result = value(0);
  match(BLANK);
  return at === text.length ? result : undefined;
}

/** The objects of a list in JSON text (or its one object); null where the text is none. */
export function jsonObjectsIn(text: string): readonly { readonly [key: string]: Json }[] | null {
  const first = text.trimStart()[0];
  if (first !== '[' && first !== '{') return null;
  const parsed = jsonIn(text);
  if (parsed === undefined || parsed === null || typeof parsed !== 'object') return null;
  const list: readonly Json[] = isList(parsed) ? parsed : [parsed];
  return list.filter(isObject);
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const isObject = (value: Json): value is { readonly [key: string]: Json } => value !== null && typeof value === 'object' && !isList(value);
