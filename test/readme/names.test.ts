import { expect, test } from 'vitest';
import { ourTables } from '../../src/app/our-tables';
import { settingList } from '../../src/settings/setting-list';
import { menuMessages } from '../../src/ui/menu-messages';
import { quoted, readme, section } from '../support/readme';

test('every sheet that it makes is in the table of sheets, and no other', () => {
  const rows = section('### What it does with your sheets').split('\n').filter((line) => line.startsWith('| `'));
  const named = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
  expect(named.sort()).toEqual(ourTables.map(({ name }) => name).sort());
});

test('every menu item that it speaks of is in the menu', () => {
  const items = [...readme.matchAll(/\*CRM › ([^*›]+?)(?: ›[^*]*)?\*/g)].map(([, item = '']) => item.replace('’', "'"));
  expect(items.length).toBeGreaterThan(4);
  const menu = Object.values(menuMessages).map(({ en }) => en.replace('’', "'"));
  expect(items.filter((item) => !menu.includes(item))).toEqual([]);
});

test('every setting that it speaks of is a setting, and stands at what it says', () => {
  const spoken = quoted.filter((words) => settingList.some(({ name }) => name === words));
  expect(spoken).toEqual(expect.arrayContaining(['Digest to', 'Shop name', 'Signature', 'Tasks on the list', 'Digest language']));
  expect(settingList.find(({ name }) => name === 'Tasks on the list')?.defaultText).toBe('8');
});
