import { settingHelp } from '../settings/parse-settings';
import { settingsTable } from '../settings/settings.table';
import type { ShopState } from './shop-state';

/** Gives CRM Settings the rows of settings that came with a newer version, and says in every row what it does and what is wrong with it. */
export function completeSettings(state: ShopState): void {
  const { book, language } = state.shop;
  const image = state.image(settingsTable);
  const { problems, missing } = state.parsedSettings();
  book.patch(image, problems.map(({ at, setting, problem }) => ({ at, set: { help: settingHelp(setting)?.[language] ?? null, problem: problem?.[language] ?? null } })));
  book.append(image, missing);
}
