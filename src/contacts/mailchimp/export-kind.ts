import { fold, foldHeader } from '../../shared/text';
import type { MailchimpStatus } from '../contacts.table';

const words: ReadonlyMap<string, MailchimpStatus> = new Map(
  Object.entries({
    Subscribed: 'subscribed active optedin optin confirmed רשום מנוי מאושר',
    Unsubscribed: 'unsubscribed unsubscribe unsub optedout optout הוסר בוטל ביטלמנוי הסירעצמו',
    Cleaned: 'cleaned bounced hardbounce hardbounced',
    'Non-subscribed': 'nonsubscribed notsubscribed nonsubscriber transactional neversubscribed pending unconfirmed archived לארשום',
  }).flatMap(([status, list]) => list.split(' ').map((word): [string, MailchimpStatus] => [word, status as MailchimpStatus])), // the keys above are statuses
);

/** The status that a word in a status column stands for; null for any other word. */
export const statusOfWord = (word: string): MailchimpStatus | null => words.get(foldHeader(word)) ?? null;

// Longest first: “unsubscribed” holds “subscribed”, “nonsubscribed” too.
const named: readonly (readonly [MailchimpStatus, RegExp])[] = [
  ['Non-subscribed', /(?:non|not)[\s_-]*subscribed|transactional/],
  ['Unsubscribed', /un[\s_-]*subscribed|unsubscribes|opted[\s_-]*out/],
  ['Cleaned', /cleaned|bounced/],
  ['Subscribed', /subscribed|subscribers/],
];

/** The kind that a file's name tells, as Mailchimp names its exports; null where it names none, or several. */
export function kindOfFileName(path: string): MailchimpStatus | null {
  let name = fold(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1));
  const found: MailchimpStatus[] = [];
  for (const [status, pattern] of named) {
    const without = name.replace(pattern, ' ');
    if (without !== name) found.push(status);
    name = without;
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The kind that `--kind` or the dialog's answer names: subscribed, unsubscribed, cleaned, non-subscribed. */
export const kindOfAnswer = (answer: string): MailchimpStatus | null => {
  const kind = statusOfWord(answer);
  return kind !== null && ['subscribed', 'unsubscribed', 'cleaned', 'nonsubscribed'].includes(foldHeader(answer)) ? kind : null;
};
