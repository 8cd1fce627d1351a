import { valueAt } from '../cells/sheet';
import { areaOfName } from '../services/sheets/area';
import type { CellValue, Sheet } from '../workbook/model';

type Value = string | number | boolean | null;
/** An expression's value for a cell so many rows and columns away from the corner that the formula is written for. */
type Expression = (rows: number, columns: number) => Value;

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|"((?:[^"]|"")*)"|(\$?[A-Za-z]{1,3}\$?\d+)(?![A-Za-z(])|([A-Za-z]+)|(<>|<=|>=|[-+*/&=<>(),;]))/y;

class Unreadable extends Error {}

/**
 * The test of a custom conditional format: comparisons, arithmetic, cells by name (`$H2` moves with the row), AND, OR,
 * NOT, ISBLANK, LEN, TODAY. A formula beyond that never holds.
 */
export function formulaTest(formula: string, sheet: Sheet, today: number): (rows: number, columns: number) => boolean {
  try {
    const expression = new Reader(tokensOf(formula.replace(/^\s*=/, '')), sheet, today).read();
    return (rows, columns) => truth(expression(rows, columns));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return () => false;
  }
}

interface Token {
  readonly kind: 'number' | 'text' | 'cell' | 'name' | 'sign';
  readonly words: string;
}

function tokensOf(words: string): Token[] {
  const tokens: Token[] = [];
  const end = words.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const found = TOKEN.exec(words);
    if (found === null) throw new Unreadable();
    const [, number, quoted, cell, name, sign] = found;
    if (number !== undefined) tokens.push({ kind: 'number', words: number });
    else if (quoted !== undefined) tokens.push({ kind: 'text', words: quoted.replace(/""/g, '"') });
    else if (cell !== undefined) tokens.push({ kind: 'cell', words: cell });
    else if (name !== undefined) tokens.push({ kind: 'name', words: name.toUpperCase() });
    else if (sign !== undefined) tokens.push({ kind: 'sign', words: sign });
  }
  return tokens;
}

const PRECEDENCE: Readonly<Record<string, number>> = { '=': 1, '<>': 1, '<': 1, '>': 1, '<=': 1, '>=': 1, '&': 2, '+': 3, '-': 3, '*': 4, '/': 4 };

class Reader {
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly sheet: Sheet,
    private readonly today: number,
  ) {}

  read(): Expression {
    const expression = this.expression(0);
    if (this.at < this.tokens.length) throw new Unreadable();
    return expression;
  }

  private sign(): string | null {
    const token = this.tokens[this.at];
    return token?.kind === 'sign' ? token.words : null;
  }

  private take(sign: string): void {
    if (this.sign() !== sign) throw new Unreadable();
    this.at += 1;
  }

  private expression(floor: number): Expression {
    let left = this.operand();
    for (;;) {
      const sign = this.sign();
      const precedence = sign === null ? undefined : PRECEDENCE[sign];
      if (sign === null || precedence === undefined || precedence <= floor) return left;
      this.at += 1;
      const [a, b] = [left, this.expression(precedence)];
      left = (rows, columns) => combined(sign, a(rows, columns), b(rows, columns));
    }
  }

  private operand(): Expression {
    const token = this.tokens[this.at];
    if (token === undefined) throw new Unreadable();
    this.at += 1;
    if (token.kind === 'number') return () => Number(token.words);
    if (token.kind === 'text') return () => token.words;
    if (token.kind === 'cell') return this.cell(token.words);
    if (token.kind === 'name') return this.call(token.words);
    if (token.words === '-') {
      const inner = this.expression(4);
      return (rows, columns) => -Number(inner(rows, columns));
    }
    if (token.words !== '(') throw new Unreadable();
    const inner = this.expression(0);
    this.take(')');
    return inner;
  }

  private cell(name: string): Expression {
    const place = areaOfName(name, { rows: this.sheet.maxRows, columns: this.sheet.maxColumns });
    if (place === null) throw new Unreadable();
    const [fixedColumn, fixedRow] = [name.startsWith('$'), /\$\d+$/.test(name)];
    return (rows, columns) => plain(valueAt(this.sheet, place.row + (fixedRow ? 0 : rows), place.column + (fixedColumn ? 0 : columns)));
  }

  private call(name: string): Expression {
    if (this.sign() !== '(') {
      if (name === 'TRUE' || name === 'FALSE') return () => name === 'TRUE';
      throw new Unreadable();
    }
    this.take('(');
    const given: Expression[] = [];
    while (this.sign() !== ')') {
      given.push(this.expression(0));
      if (this.sign() === ',' || this.sign() === ';') this.at += 1;
      else if (this.sign() !== ')') throw new Unreadable();
    }
    this.take(')');
    const [first = () => null] = given;
    switch (name) {
      case 'AND':
        return (rows, columns) => given.every((one) => truth(one(rows, columns)));
      case 'OR':
        return (rows, columns) => given.some((one) => truth(one(rows, columns)));
      case 'NOT':
        return (rows, columns) => !truth(first(rows, columns));
      case 'ISBLANK':
        return (rows, columns) => first(rows, columns) === null;
      case 'LEN':
        return (rows, columns) => String(first(rows, columns) ?? '').length;
      case 'TODAY':
        return () => this.today;
      default:
        throw new Unreadable();
    }
  }
}

const plain = (value: CellValue): Value => (typeof value === 'object' ? null : value);

const truth = (value: Value): boolean => value === true || (typeof value === 'number' && value !== 0);

/** Text is above every number, as in a spreadsheet; an empty cell is 0 or the empty text. */
function compared(a: Value, b: Value): number {
  const [x, y] = [a ?? (typeof b === 'string' ? '' : 0), b ?? (typeof a === 'string' ? '' : 0)];
  if (typeof x === 'string' && typeof y === 'string') return x.toLowerCase() < y.toLowerCase() ? -1 : x.toLowerCase() > y.toLowerCase() ? 1 : 0;
  if (typeof x === 'string') return 1;
  if (typeof y === 'string') return -1;
  return Number(x) - Number(y);
}

function combined(sign: string, a: Value, b: Value): Value {
  switch (sign) {
    case '=':
      return compared(a, b) === 0;
    case '<>':
      return compared(a, b) !== 0;
    case '<':
      return compared(a, b) < 0;
    case '>':
      return compared(a, b) > 0;
    case '<=':
      return compared(a, b) <= 0;
    case '>=':
      return compared(a, b) >= 0;
    case '&':
      return `${String(a ?? '')}${String(b ?? '')}`;
    case '+':
      return Number(a) + Number(b);
    case '-':
      return Number(a) - Number(b);
    case '*':
      return Number(a) * Number(b);
    default:
      return Number(a) / Number(b);
  }
}
