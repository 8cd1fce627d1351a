import { closestWord } from '../shared/closest-word';
import { fold, joinTexts, type Language, type Text } from '../shared/text';
import { settingsMessages as messages } from './messages';
import { settingList, type Setting } from './setting-list';
import type { Settings } from './settings';
import type { NewRow } from '../sheets/table';
import { badCellsOf, type Unread } from '../sheets/bad-cells';
import { settingsTable, type SettingSheetRow, type SettingsTable } from './settings.table';

/** How a row of CRM Settings stands: its problem, or null where it is fine. */
export interface SettingVerdict {
  readonly at: number;
  readonly setting: string;
  readonly problem: Text | null;
}

export interface ParsedSettings {
  readonly settings: Settings;
  /** One for each row, so that a problem that was cured is cleared from its cell. */
  readonly problems: readonly SettingVerdict[];
  /** Settings without a row, such as those that came with a newer version: their defaults are used, and these rows are appended. */
  readonly missing: readonly NewRow<SettingsTable>[];
}

export interface SettingsContext {
  /** The workbook's name, which a blank Shop name stands for. */
  readonly title: string;
  readonly language: Language;
  /** Values for this run alone (name → text), in place of the rows'. Each must have passed `validateSetting`. */
  readonly overrides?: ReadonlyMap<string, string>;
  /** Rows without a name and cells that could not be read. */
  readonly unread?: Unread<SettingsTable>;
}

const NAMES = settingList.map((setting) => setting.name);

/** The setting of that name, whatever its case and blanks; null where there is none. */
const settingNamed = (name: string): Setting | null => {
  const wanted = fold(name);
  return settingList.find((setting) => fold(setting.name) === wanted) ?? null;
};

/** What the Value cell of a setting holds at first and what blank means, as its help says. */
const helpOf = (setting: Setting): Text =>
  joinTexts([setting.help, setting.blankMeans === null ? messages.defaultIs(setting.defaultText) : messages.blankMeans(setting.blankMeans)], ' ');

/** What the setting of that name does; null where there is none. */
export function settingHelp(name: string): Text | null {
  const setting = settingNamed(name);
  return setting === null ? null : helpOf(setting);
}

const rowOf = (setting: Setting, language: Language): NewRow<SettingsTable> => ({
  setting: setting.name,
  value: setting.defaultText === '' ? null : setting.defaultText,
  help: helpOf(setting)[language],
});

/** The rows of a new CRM Settings sheet: each Value shows its default, blank where blank has a meaning of its own. */
export const defaultSettingRows = (language: Language): NewRow<SettingsTable>[] => settingList.map((setting) => rowOf(setting, language));

const BLANK: Settings = {
  orderSheets: [],
  orderColumns: {},
  statusesThatCount: [],
  currency: null,
  lapsedAfterDays: 0,
  lostAfterDays: 0,
  daysToDeliver: 0,
  stopIfOrdersDropBy: 0,
  importStaleAfterDays: 0,
  defaultLanguage: '',
  defaultCountryCode: '',
  shopName: '',
  signature: '',
  makeTasksOn: [],
  tasksOnTheList: 0,
  coolDownDays: 0,
  serviceCoolDownDays: 0,
  skipRestsDays: 0,
  expireAfterDays: 0,
  archiveAfterDays: 0,
  nightlyHour: 0,
  digestTo: [],
  digestLanguage: 'en',
  reorderWindowDays: 0,
};

const withText = (settings: Settings, setting: Setting, value: string): Settings => {
  const parsed = setting.parse(value);
  return 'value' in parsed ? { ...settings, ...parsed.value } : settings;
};

/** The settings of a workbook that has no CRM Settings sheet yet. */
export function defaultSettings(title: string): Settings {
  const defaults = settingList.reduce((settings, setting) => (setting.defaultText === '' ? settings : withText(settings, setting, setting.defaultText)), BLANK);
  return { ...defaults, shopName: title };
}

const isBlank = (value: string | null | undefined): value is null | undefined | '' => value === null || value === undefined || value.trim() === '';

/**
 * The settings that the rows of CRM Settings say. A blank Value is the default; so is a bad one, which is reported in its
 * row. Of two rows of one setting the first is used.
 */
export function parseSettings(rows: readonly SettingSheetRow[], { title, language, overrides, unread = {} }: SettingsContext): ParsedSettings {
  let settings = defaultSettings(title);
  const problems: SettingVerdict[] = [];
  const seenAt = new Map<string, number>();
  const badCells = badCellsOf(settingsTable, unread.problems ?? []);
  for (const row of rows) {
    const setting = settingNamed(row.setting);
    const verdict = (problem: Text | null): void => void problems.push({ at: row.at, setting: row.setting, problem });
    if (setting === null) {
      verdict(messages.unknownSetting(row.setting, closestWord(row.setting, NAMES)));
      continue;
    }
    const before = seenAt.get(setting.name);
    if (before !== undefined) {
      verdict(messages.repeatedSetting(setting.name, before));
      continue;
    }
    seenAt.set(setting.name, row.at);
    const error = badCells(row.at).get(settingsTable.columns.value.header);
    if (error !== undefined) {
      verdict(messages.defaultUsed(joinTexts([error.reason, error.cure], ' ')));
      continue;
    }
    if (isBlank(row.value)) {
      verdict(null);
      continue;
    }
    const parsed = setting.parse(row.value);
    if ('value' in parsed) settings = { ...settings, ...parsed.value };
    verdict('value' in parsed ? null : messages.defaultUsed(parsed.problem));
  }
  if (settings.lostAfterDays <= settings.lapsedAfterDays) {
    const lost = problems.findIndex(({ setting, problem }) => problem === null && settingNamed(setting)?.field === 'lostAfterDays');
    const verdict = problems[lost];
    if (verdict !== undefined) problems[lost] = { ...verdict, problem: messages.lostTooSoon(settings.lapsedAfterDays) };
  }
  for (const row of unread.keyless ?? []) problems.push({ at: row.at, setting: '', problem: messages.unnamedSetting });
  const missing = settingList.filter((setting) => !seenAt.has(setting.name)).map((setting) => rowOf(setting, language));
  for (const [name, value] of overrides ?? []) {
    const setting = settingNamed(name);
    if (setting !== null) settings = withText(settings, setting, isBlank(value) ? setting.defaultText : value);
  }
  return { settings: shopNamed(settings, title), problems, missing };
}

const shopNamed = (settings: Settings, title: string): Settings => (settings.shopName === '' ? { ...settings, shopName: title } : settings);

/** Why a setting cannot be given this value: an unknown name or a bad value. Null where it can; a blank value is the default. */
export function validateSetting(name: string, value: string): Text | null {
  const setting = settingNamed(name);
  if (setting === null) return messages.unknownSettingName(name, closestWord(name, NAMES));
  if (isBlank(value)) return null;
  const parsed = setting.parse(value);
  return 'value' in parsed ? null : messages.badValue(setting.name, parsed.problem);
}
