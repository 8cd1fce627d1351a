import { describe, expect, test } from 'vitest';
import type { SettingSheetRow } from '../../src/settings/settings.table';
import { defaultSettingRows, defaultSettings, parseSettings, validateSetting } from '../../src/settings/parse-settings';
import { settingList } from '../../src/settings/setting-list';

const rows = (...pairs: readonly [string, string | null][]): SettingSheetRow[] =>
  pairs.map(([setting, value], i) => ({ at: i + 2, setting, value, help: null, problem: null }));
const read = (...pairs: readonly [string, string | null][]) => parseSettings(rows(...pairs), { title: 'Wine shop', language: 'en' });

describe('defaults', () => {
  test('a workbook without settings works with those of the README', () => {
    const { settings, missing } = read();
    expect(settings).toMatchObject({
      orderSheets: [],
      orderColumns: {},
      statusesThatCount: ['completed', 'processing'],
      currency: null,
      lapsedAfterDays: 90,
      lostAfterDays: 365,
      daysToDeliver: 3,
      stopIfOrdersDropBy: 2,
      importStaleAfterDays: 14,
      defaultLanguage: 'EN',
      defaultCountryCode: '972',
      shopName: 'Wine shop',
      signature: '',
      makeTasksOn: [0, 1, 2, 3, 4],
      tasksOnTheList: 8,
      coolDownDays: 21,
      serviceCoolDownDays: 5,
      skipRestsDays: 7,
      expireAfterDays: 30,
      archiveAfterDays: 90,
      nightlyHour: 3,
      digestTo: [],
      digestLanguage: 'en',
      reorderWindowDays: 30,
    });
    expect(missing).toEqual(defaultSettingRows('en'));
  });

  test('the sheet as it comes reads back as the defaults, without a problem', () => {
    const sheet = defaultSettingRows('he').map((row, i): SettingSheetRow => ({ at: i + 2, setting: row.setting, value: row.value ?? null, help: null, problem: null }));
    const { settings, problems, missing } = parseSettings(sheet, { title: 'Wine shop', language: 'he' });
    expect(settings).toEqual(defaultSettings('Wine shop'));
    expect(problems.filter(({ problem }) => problem !== null)).toEqual([]);
    expect(missing).toEqual([]);
  });

  test('every default that is shown can be read, and says so in both languages', () => {
    for (const setting of settingList) {
      if (setting.defaultText !== '') expect(validateSetting(setting.name, setting.defaultText), setting.name).toBeNull();
      expect(setting.help.he).toMatch(/[א-ת]/);
    }
  });
});

test.each([
  ['Lapsed after days', '60', { lapsedAfterDays: 60 }],
  ['Lapsed after days', ' 60 ', { lapsedAfterDays: 60 }],
  ['lapsed  AFTER days', '60.0', { lapsedAfterDays: 60 }],
  ['Stop if orders drop by', '5 %', { stopIfOrdersDropBy: 5 }],
  ['Stop if orders drop by', '5%', { stopIfOrdersDropBy: 5 }],
  ['Stop if orders drop by', '0.02', { stopIfOrdersDropBy: 2 }],
  ['Stop if orders drop by', '0.035', { stopIfOrdersDropBy: 3.5 }],
  ['Stop if orders drop by', '0.5 %', { stopIfOrdersDropBy: 0.5 }],
  ['Stop if orders drop by', '10', { stopIfOrdersDropBy: 10 }],
  ['Make tasks on', 'Monday; wed', { makeTasksOn: [1, 3] }],
  ['Make tasks on', 'Mon-Fri', { makeTasksOn: [1, 2, 3, 4, 5] }],
  ['Make tasks on', 'Sunday to Thursday', { makeTasksOn: [0, 1, 2, 3, 4] }],
  ['Make tasks on', 'Fri – Sun', { makeTasksOn: [0, 5, 6] }],
  ['Make tasks on', 'א-ה', { makeTasksOn: [0, 1, 2, 3, 4] }],
  ['Make tasks on', 'יום ראשון, יום שני', { makeTasksOn: [0, 1] }],
  ['Make tasks on', "א', ג׳, שבת", { makeTasksOn: [0, 2, 6] }],
  ['Order statuses that count', 'wc-completed, On Hold; הושלם', { statusesThatCount: ['completed', 'onhold', 'הושלם'] }],
  ['Order sheets', 'WebOrdM, Web Orders 2024', { orderSheets: ['WebOrdM', 'Web Orders 2024'] }],
  ['Order columns', 'Email = Customer mail; order date = When?', { orderColumns: { email: 'Customer mail', date: 'When?' } }],
  ['Currency', 'ils', { currency: 'ILS' }],
  ['Currency', '₪', { currency: 'ILS' }],
  ['Default language', 'Hebrew', { defaultLanguage: 'HE' }],
  ['Default language', 'ja', { defaultLanguage: 'JA' }],
  ['Default country code', '+972', { defaultCountryCode: '972' }],
  ['Default country code', '00 972', { defaultCountryCode: '972' }],
  ['Nightly hour', '0', { nightlyHour: 0 }],
  ['Nightly hour', '04:00', { nightlyHour: 4 }],
  ['Digest to', 'Owner@Shop.example, second@shop.example', { digestTo: ['owner@shop.example', 'second@shop.example'] }],
  ['Digest language', 'עברית', { digestLanguage: 'he' }],
  ['Shop name', 'The Cellar', { shopName: 'The Cellar' }],
  ['Cool-down days', '0', { coolDownDays: 0 }],
])('%s %j is understood', (name, value, expected) => {
  const { settings, problems } = read([name, value]);
  expect(settings).toMatchObject(expected);
  expect(problems).toEqual([{ at: 2, setting: name, problem: null }]);
  expect(validateSetting(name, value)).toBeNull();
});

test.each([
  ['Lapsed after days', 'ninety'],
  ['Lapsed after days', '0'],
  ['Lapsed after days', '-5'],
  ['Lapsed after days', '90.5'],
  ['Tasks on the list', '8 tasks'],
  ['Stop if orders drop by', '200 %'],
  ['Stop if orders drop by', 'two'],
  ['Make tasks on', 'Sun, Funday'],
  ['Make tasks on', ','],
  ['Order statuses that count', ' , '],
  ['Order columns', 'Customer mail'],
  ['Order columns', 'Emial = Customer mail'],
  ['Currency', 'shekel'],
  ['Default language', 'Klingon'],
  ['Default country code', 'Israel'],
  ['Nightly hour', '24'],
  ['Nightly hour', 'late'],
  ['Digest to', 'owner@shop.example, owner(at)shop'],
  ['Digest language', 'FR'],
])('%s %j is reported in its row, and the default is used', (name, value) => {
  const { settings, problems } = read([name, value], ['Days to deliver', '4']);
  expect(settings).toEqual({ ...defaultSettings('Wine shop'), daysToDeliver: 4 });
  expect(problems[0]?.problem?.en).toContain('default');
  expect(problems[0]?.problem?.he).toMatch(/[א-ת]/);
  expect(validateSetting(name, value)?.en).toContain(name);
});

test('an unknown row is reported with the nearest name, and is not taken for a setting', () => {
  const { problems, settings, missing } = read(['Lapsed after day', '60'], ['Favourite colour', 'red']);
  expect(problems[0]?.problem?.en).toContain('Did you mean “Lapsed after days”?');
  expect(problems[1]?.problem?.en).not.toContain('Did you mean');
  expect(settings.lapsedAfterDays).toBe(90);
  expect(missing.map((row) => row.setting)).toContain('Lapsed after days');
});

test('of two rows of one setting the first is used and the second says so', () => {
  const { problems, settings } = read(['Tasks on the list', '5'], ['Tasks on the list', '50']);
  expect(settings.tasksOnTheList).toBe(5);
  expect(problems.map(({ problem }) => problem?.en ?? null)).toEqual([null, expect.stringContaining('row 2')]);
});

test('a blank value is the default', () => {
  expect(read(['Lapsed after days', ' '], ['Shop name', null]).settings).toEqual(defaultSettings('Wine shop'));
});

test('a value for one run stands in place of the row’s', () => {
  const { settings } = parseSettings(rows(['Lapsed after days', '60']), { title: 'Wine shop', language: 'en', overrides: new Map([['lapsed after days', '30']]) });
  expect(settings.lapsedAfterDays).toBe(30);
});

test('a column of Order columns that is misspelt gets a “did you mean”', () => {
  expect(read(['Order columns', 'Emial = Customer mail']).problems[0]?.problem?.en).toContain('Did you mean “Email”?');
});

test('--set refuses an unknown name with the nearest one', () => {
  expect(validateSetting('Lapsed days', '60')?.en).toContain('There is no setting “Lapsed days”');
  expect(validateSetting('Laspsed after days', '60')?.en).toContain('Did you mean “Lapsed after days”?');
});
