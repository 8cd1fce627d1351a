import { CellError, type CellValue } from '../workbook/model';

/** What a part of a formula is worth: a value, or `unknown` where it stands on cells, names or functions. */
type Worth = { readonly value: number | string | boolean } | 'unknown' | CellError;

const TOKEN =
  /\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|("(?:[^"]|"")*")|((?:'[^']+'!|[\p{L}_][\p{L}\p{N}_.]*!)?\$?[\p{L}_][\p{L}\p{N}_.$]*(?::\$?[\p{L}_][\p{L}\p{N}_$]*)?)|(<>|<=|>=|[-+*/^&=<>%(){},;]))/uy;

interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'sign';
  readonly words: string;
}

function tokensOf(words: string): Token[] | null {
  const tokens: Token[] = [];
  const end = words.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const found = TOKEN.exec(words);
    if (found === null) return null;
    const [, number, quoted, name, sign] = found;
    if (number !== undefined) tokens.push({ kind: 'number', words: number });
    else if (quoted !== undefined) tokens.push({ kind: 'text', words: quoted.slice(1, -1).replace(/""/g, '"') });
    else if (name !== undefined) tokens.push({ kind: 'name', words: name });
    else if (sign !== undefined) tokens.push({ kind: 'sign', words: sign });
  }
  return tokens;
}

class SyntaxFault extends Error {}

const PRECEDENCE: Readonly<Record<string, number>> = { '=': 1, '<>': 1, '<': 1, '>': 1, '<=': 1, '>=': 1, '&': 2, '+': 3, '-': 3, '*': 4, '/': 4, '^': 5 };

/** Reads one formula by precedence. Anything beyond plain arithmetic and HYPERLINK is unknown, not wrong. */
class Reader {
  private at = 0;
  /** Whether a name stood in the formula that is neither a cell nor a function. */
  bareName = false;

  constructor(private readonly tokens: readonly Token[]) {}

  read(): Worth {
    const worth = this.expression(0);
    if (this.at < this.tokens.length) throw new SyntaxFault();
    return worth;
  }

  private sign(): string | null {
    const token = this.tokens[this.at];
    return token?.kind === 'sign' ? token.words : null;
  }

  private expression(floor: number): Worth {
    let left = this.operand();
    for (;;) {
      const sign = this.sign();
      if (sign === '%') {
        this.at += 1;
        left = combine('/', left, { value: 100 });
        continue;
      }
      const precedence = sign === null ? undefined : PRECEDENCE[sign];
      if (sign === null || precedence === undefined || precedence <= floor) return left;
      this.at += 1;
      left = combine(sign, left, this.expression(precedence));
    }
  }

  private operand(): Worth {
    const token = this.tokens[this.at];
    if (token === undefined) throw new SyntaxFault();
    this.at += 1;
    if (token.kind === 'number') return { value: Number(token.words) };
    if (token.kind === 'text') return { value: token.words };
    if (token.kind === 'name') return this.name(token.words);
    if (token.words === '-') return combine('-', { value: 0 }, this.expression(4));
    if (token.words === '+') return this.expression(4);
    if (token.words === '(' || token.words === '{') {
      const inner = this.list(token.words === '(' ? ')' : '}');
      if (inner.length === 0) throw new SyntaxFault();
      return token.words === '(' && inner.length === 1 ? (inner[0] ?? 'unknown') : 'unknown';
    }
    throw new SyntaxFault();
  }

  private list(close: string): Worth[] {
    const worths: Worth[] = [];
    while (this.sign() !== close) {
      worths.push(this.sign() === ',' || this.sign() === ';' ? 'unknown' : this.expression(0));
      if (this.sign() === ',' || this.sign() === ';') this.at += 1;
      else if (this.sign() !== close) throw new SyntaxFault();
    }
    this.at += 1;
    return worths;
  }

  private name(words: string): Worth {
    if (this.sign() === '(') {
      this.at += 1;
      const given = this.list(')');
      if (words.toUpperCase() === 'HYPERLINK') return given[1] ?? given[0] ?? 'unknown';
      return 'unknown';
    }
    if (/^true$/i.test(words)) return { value: true };
    if (/^false$/i.test(words)) return { value: false };
    if (!/^(?:.*!)?\$?[A-Za-z]{1,3}\$?\d+(?::|$)/.test(words)) this.bareName = true;
    return 'unknown';
  }
}

function combine(sign: string, left: Worth, right: Worth): Worth {
  if (left instanceof CellError) return left;
  if (right instanceof CellError) return right;
  if (left === 'unknown' || right === 'unknown') return 'unknown';
  const [a, b] = [left.value, right.value];
  if (sign === '&') return typeof a === 'boolean' || typeof b === 'boolean' ? 'unknown' : { value: `${a}${b}` };
  if (sign === '=') return { value: a === b };
  if (sign === '<>') return { value: a !== b };
  if (typeof a !== 'number' || typeof b !== 'number') return 'unknown';
  switch (sign) {
    case '+':
      return { value: a + b };
    case '-':
      return { value: a - b };
    case '*':
      return { value: a * b };
    case '/':
      return b === 0 ? new CellError('#DIV/0!') : { value: a / b };
    case '^':
      return { value: a ** b };
    case '<':
      return { value: a < b };
    case '>':
      return { value: a > b };
    case '<=':
      return { value: a <= b };
    default:
      return { value: a >= b };
  }
}

interface Reading {
  readonly worth: Worth;
  readonly bareName: boolean;
}

function readingOf(words: string): Reading | null {
  const tokens = tokensOf(words);
  if (tokens === null || tokens.length === 0) return null;
  const reader = new Reader(tokens);
  try {
    return { worth: reader.read(), bareName: reader.bareName };
  } catch (fault) {
    if (fault instanceof SyntaxFault) return null;
    throw fault;
  }
}

/**
 * What a formula shows: plain arithmetic is computed, HYPERLINK gives its label, everything else is `#NAME?`, because
 * nothing here calculates; `#ERROR!` where the formula cannot be read.
 */
export function formulaValue(formula: string): CellValue {
  const reading = readingOf(formula.replace(/^\s*=/, ''));
  if (reading === null) return new CellError('#ERROR!');
  if (reading.worth instanceof CellError) return reading.worth;
  return reading.worth === 'unknown' ? new CellError('#NAME?') : reading.worth.value;
}

/**
 * Whether text with a leading `+` or `-` would be taken for a formula. After a minus a bare word is none: lists and
 * notes begin so.
 */
export function isSignedFormula(words: string): boolean {
  const reading = readingOf(words);
  return reading !== null && !(reading.bareName && words.startsWith('-'));
}
