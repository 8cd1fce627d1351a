import { daysBetween, dayOfMoment, latest, type Day } from '../../shared/day';
import { dayWords } from '../../rules/words';
import { digestMessages } from './digest-messages';
import { runsTable } from '../runs.table';
import type { ShopState } from '../shop-state';

/** Google takes ten million cells a workbook; from here on it is said. */
const MANY_CELLS = 8_000_000;

/** What is odd about the workbook before a night writes: a copy, an older version, nights that did not come, a mail in doubt, a grid near its end. */
export function noticesBefore(state: ShopState): string[] {
  const { shop } = state;
  const { journal, today, book } = shop;
  const { digestLanguage } = state.settings();
  const say = digestMessages[digestLanguage];
  const on = (day: Day): string => dayWords(day)[digestLanguage];
  const night = journal.get('night');
  const workbook = journal.get('workbook');
  const mail = journal.get('digest');
  const cells = journal.get('cells');
  const lastRun = latest(state.image(runsTable).rows.flatMap(({ start, job }) => (start === null || (job !== 'tick' && job !== 'nightly') ? [] : [dayOfMoment(start)])));
  return [
    ...(workbook !== null && workbook !== book.id ? [say.copied] : []),
    // The properties outlive a restored version: they know a night that the sheets do not.
    ...(night !== null && (lastRun === null || lastRun < night) ? [say.restored(on(night), lastRun === null ? null : on(lastRun))] : []),
    ...(night !== null && daysBetween(night, today) > 1 ? [say.lateNight(on(night))] : []),
    ...(mail !== null && mail.day !== today && mail.state === 'sending' ? [say.mailNotSent(on(mail.day))] : []),
    ...(mail !== null && mail.day !== today && mail.state === 'no quota' ? [say.noQuota(on(mail.day))] : []),
    ...(mail !== null && mail.day !== today && mail.state === 'failed' ? [say.mailFailed(on(mail.day), mail.cause ?? '')] : []),
    ...(cells !== null && cells > MANY_CELLS ? [say.manyCells(cells)] : []),
  ];
}
