import { validateSetting } from '../../settings/parse-settings';
import { settingsTable } from '../../settings/settings.table';
import { Refusal } from '../../shared/problem';
import { fold, tidy } from '../../shared/text';
import type { Shop } from '../shop';
import { openState } from '../shop-state';
import { setUpMessages } from './set-up-messages';

/** Settings that customers see in every message and the manager beside every figure, so that Set up asks for them. */
export const shopWords = ['Shop name', 'Signature', 'Currency'] as const;

/** One of them as it stands. */
export interface ShopWord {
  readonly setting: (typeof shopWords)[number];
  readonly value: string;
  /** What is used while the value is blank; '' where that is nothing, or known only once the orders are read. */
  readonly instead: string;
}

/** What Set up asks for, as CRM Settings has it; nothing before that sheet is there to keep the answers. */
export function askedWords(shop: Shop): ShopWord[] {
  const image = openState(shop).image(settingsTable);
  if (!image.exists) return [];
  return shopWords.map((setting) => ({
    setting,
    value: tidy(image.rows.find((row) => fold(row.setting) === fold(setting))?.value ?? ''),
    instead: setting === 'Shop name' ? shop.book.title : '',
  }));
}

/** Puts the manager's answer into its Value cell; blank is the default. Refuses what the setting does not take. */
export function chooseWord(shop: Shop, { setting, value }: { readonly setting: ShopWord['setting']; readonly value: string }): { readonly value: string } {
  const wanted = tidy(value);
  const problem = validateSetting(setting, wanted);
  if (problem !== null) throw new Refusal(problem);
  const image = shop.book.read(settingsTable);
  const row = image.rows.find((known) => fold(known.setting) === fold(setting));
  if (row === undefined) shop.book.append(image, [{ setting, value: wanted === '' ? null : wanted }]);
  else if (tidy(row.value ?? '') !== wanted && shop.book.enter(image, [{ at: row.at, set: { value: wanted === '' ? null : wanted } }]).length > 0) {
    throw new Refusal(setUpMessages.settingsChanged);
  }
  return { value: wanted };
}
