import { segmentMessages as messages } from './messages';
import { wrong, type Wrong } from './wrong';

/** A piece of a query. `at` and `end` are places in the tidied line. */
export interface Token {
  readonly kind: 'word' | 'quoted' | 'symbol' | 'end';
  /** The word, the text between the quotes, or the symbol in its usual spelling. */
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

const SYMBOLS: readonly (readonly [spelling: string, symbol: string])[] = [
  ['==', '='], ['!=', '!='], ['<>', '!='], ['≠', '!='], ['<=', '<='], ['=<', '<='], ['≤', '<='], ['>=', '>='], ['=>', '>='], ['≥', '>='],
  ['=', '='], ['<', '<'], ['>', '>'], ['(', '('], [')', ')'], [',', ','],
];
const DOUBLE_QUOTES = '"“”„‟״″«»';
const SINGLE_QUOTES = "'‘’‚‛׳′`";
const ENDS_WORD = ' (),=<>≠≤≥';

const isDigit = (character: string | undefined): boolean => character !== undefined && character >= '0' && character <= '9';
// An empty text is the end of the line.
const endsWord = (character: string | undefined): boolean => character === undefined || ENDS_WORD.includes(character);

function symbolAt(line: string, at: number): readonly [string, string] | undefined {
  return SYMBOLS.find(([spelling]) => line.startsWith(spelling, at));
}

/** A text in quotes of any kind. A quote before a letter belongs to the text, as in `"בע"מ"`. */
function quotedAt(line: string, at: number, quotes: string): Token | Wrong {
  let words = '';
  for (let i = at + 1; i < line.length; i += 1) {
    const character = line[i] ?? '';
    const next = line[i + 1];
    if (character === '\\' && next !== undefined && (next === '\\' || quotes.includes(next))) {
      words += next;
      i += 1;
    } else if (quotes.includes(character) && endsWord(next)) {
      return { kind: 'quoted', text: words, at, end: i + 1 };
    } else {
      words += character;
    }
  }
  return wrong(messages.quoteOpen, at, at + 1);
}

/** A word to the next blank, bracket or sign. A comma between digits belongs to it (`1,000`), and so does a quote inside (`בע"מ`, `O'Brien`). */
function wordAt(line: string, at: number): Token | Wrong {
  let end = at;
  while (end < line.length) {
    const character = line[end] ?? '';
    const next = line[end + 1];
    if (character === ',') {
      if (!(isDigit(line[end - 1]) && isDigit(next) && end > at)) break;
    } else if (endsWord(character) || (character === '!' && next === '=')) {
      break;
    } else if (DOUBLE_QUOTES.includes(character) && endsWord(next)) {
      return wrong(messages.quoteOpen, end, end + 1);
    }
    end += 1;
  }
  return { kind: 'word', text: line.slice(at, end).replace(/^[−–](?=\d)/, '-'), at, end };
}

/** The pieces of a tidied line, an `end` last. */
export function tokensOf(line: string): readonly Token[] | Wrong {
  const tokens: Token[] = [];
  let at = 0;
  while (at < line.length) {
    const character = line[at] ?? '';
    if (character === ' ') {
      at += 1;
      continue;
    }
    const symbol = symbolAt(line, at);
    const token: Token | Wrong =
      symbol !== undefined
        ? { kind: 'symbol', text: symbol[1], at, end: at + symbol[0].length }
        : DOUBLE_QUOTES.includes(character)
          ? quotedAt(line, at, DOUBLE_QUOTES)
          : SINGLE_QUOTES.includes(character)
            ? quotedAt(line, at, SINGLE_QUOTES)
            : wordAt(line, at);
    if (token.kind === 'wrong') return token;
    tokens.push(token);
    at = token.end;
  }
  tokens.push({ kind: 'end', text: '', at: line.length, end: line.length });
  return tokens;
}
