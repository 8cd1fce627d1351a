import { joinTexts, sameText, type Text } from '../../shared/text';
import { checkMessages } from './check-messages';
import type { Trial } from '../ports';
import type { Shop } from '../shop';

/** A fact about the platform or the installation, and whether it holds here. */
export interface CheckedFact {
  readonly fact: string;
  readonly ok: boolean;
  /** What the fact is, and where it does not hold what was seen and what follows from it. */
  readonly detail: string;
}

/**
 * Tries every fact about the platform that we rely on, on a temporary sheet of the real workbook, and remembers what differs: how
 * text is protected in `@` cells follows from it.
 */
export function checkInstallation(shop: Shop): CheckedFact[] {
  const trials = [...shop.platform.tryFacts(), ...aboutInstallation(shop)];
  shop.journal.set({ check: { day: shop.today, differences: trials.filter(({ ok }) => !ok).map(({ fact }) => fact) } });
  return trials.map((trial) => ({ fact: trial.fact, ok: trial.ok, detail: detailOf(trial)[shop.language] }));
}

/** What can be told without the platform: time zones, the hourly run. */
function aboutInstallation(shop: Shop): Trial[] {
  const owner = shop.journal.get('trigger')?.owner ?? null;
  // Other users' triggers are invisible; that they own it is all that there is to know.
  const runs = owner !== null && (owner !== shop.user || shop.triggers.mine() > 0);
  return [
    { fact: 'timeZones', ok: shop.zonesAgree, seen: shop.zonesAgree ? null : `${shop.book.timeZone} / ${shop.scriptZone}` },
    { fact: 'hourlyRun', ok: runs, seen: runs ? owner : null },
  ];
}

function detailOf({ fact, ok, seen }: Trial): Text {
  const words = checkMessages[fact] ?? { holds: sameText(fact), else: sameText('') };
  if (ok) return words.holds;
  return joinTexts([words.holds, words.else, ...(seen === null ? [] : [sameText(`(${seen})`)])].filter((part) => part.en !== ''), ' ');
}
