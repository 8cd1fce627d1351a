import { mapText, type Text } from '../../shared/text';

/** What is wrong with a query and where: from `at` up to `end` in the tidied line. */
export interface Wrong {
  readonly kind: 'wrong';
  readonly text: Text;
  readonly at: number;
  readonly end: number;
}

export const wrong = (text: Text, at: number, end: number): Wrong => ({ kind: 'wrong', text, at, end });

/** The sentence, then the line, then a caret under the place. A long line is shown in part. */
export function withCaret({ text, at }: Wrong, line: string): Text {
  const from = at > 60 ? at - 40 : 0;
  const shown = `${from > 0 ? '…' : ''}${line.slice(from, at + 60)}${line.length > at + 60 ? '…' : ''}`;
  const caret = `${' '.repeat(at - from + (from > 0 ? 1 : 0))}^`;
  return mapText(text, (sentence) => (line === '' ? sentence : `${sentence}\n${shown}\n${caret}`));
}
