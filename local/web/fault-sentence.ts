import { Refusal } from '../../src/shared/problem';
import { text, type Text } from '../../src/shared/text';
import { attributesAt, sheetNamed } from '../cells/sheet';
import { ScriptError, TimeExceeded } from '../host';
import type { Workbook } from '../workbook/model';
import { webMessages } from './messages';
import type { Act } from './protocol/acts';

/** Why an act did not come off, in a sentence for the person at the page. */
export function sentenceOfAct(fault: unknown, act: Act, workbook: Workbook): Text {
  if (act.act === 'run' && !(fault instanceof Refusal) && !(fault instanceof TimeExceeded)) return inGooglesWords(fault);
  const sheet = act.act === 'type' ? sheetNamed(workbook, act.sheet) : null;
  const dropDown = sheet === null || act.act !== 'type' ? undefined : attributesAt(sheet, act.row, act.column)?.dropDown;
  return faultSentence(fault, dropDown?.values);
}

/** Why something did not come off; `taken` are the values that the cell takes. */
export function faultSentence(fault: unknown, taken: readonly string[] = []): Text {
  if (fault instanceof Refusal) return fault.text;
  if (fault instanceof TimeExceeded) return webMessages.tookTooLong;
  const message = messageOf(fault);
  const page = /^No HTML file named (\S+) was found/.exec(message)?.[1];
  if (page !== undefined) return webMessages.pageMissing(page);
  const missing = /^Script function not found: (.+)$/.exec(message)?.[1];
  if (missing !== undefined) return webMessages.functionMissing(missing);
  if (/violates the data validation/.test(message)) return webMessages.notAllowed(message, taken.join(', '));
  if (!(fault instanceof ScriptError)) console.error(fault);
  return webMessages.scriptFailed(message);
}

/** A sidebar call's own failure handler decides what is said of it, from Google's words. */
const inGooglesWords = (fault: unknown): Text => text(messageOf(fault), messageOf(fault));

const messageOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));
