import { Refusal } from '../../src/shared/problem';
import type { Text } from '../../src/shared/text';
import { ScriptError, TimeExceeded } from '../host';
import { webMessages } from './messages';

/** Why something did not come off, in a sentence for the person at the page; `taken` are the values that the cell takes. */
export function faultSentence(fault: unknown, taken: readonly string[]): Text {
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

/** Google's own words of it, as the failure handler of a sidebar call has them. */
export const messageOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));
