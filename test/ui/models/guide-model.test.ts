import { expect, test } from 'vitest';
import { ourTables } from '../../../src/app/our-tables';
import { checkMessages } from '../../../src/app/set-up/check-messages';
import { triggers } from '../../../src/rules/triggers';
import { segmentFields } from '../../../src/rules/segments/fields';
import { settingList } from '../../../src/settings/setting-list';
import { lawNames } from '../../../src/tasks/laws';
import { defaultOutcomes } from '../../../src/tasks/default-outcomes';
import { lawWords } from '../../../src/ui/law-messages';
import { segmentWords } from '../../../src/ui/messages-segments';
import { guideModel } from '../../../src/ui/models/guide-model';

const guide = guideModel();
const namesIn = (id: string): string[] => guide.find((section) => section.id === id)?.entries.map(({ name }) => name.en) ?? [];

test('the guide explains every trigger, outcome and setting that there is', () => {
  expect(namesIn('triggers')).toEqual(triggers.map(({ name }) => name));
  expect(namesIn('outcomes')).toEqual(defaultOutcomes.map(({ outcome }) => outcome));
  expect(namesIn('settings')).toEqual(settingList.map(({ name }) => name));
});

test('the guide explains every law, those that judge open tasks and bad rows too', () => {
  expect(Object.keys(lawWords)).toEqual(expect.arrayContaining([...lawNames, 'Moot', 'A bad rule row']));
  expect(namesIn('laws')).toHaveLength(Object.keys(lawWords).length);
});

test.each(ourTables.map((table) => [table.name, table] as const))('the guide explains every column of %s', (name, table) => {
  const section = guide.find(({ title }) => title.en === name);
  expect(section?.entries.map((entry) => entry.name.en)).toEqual(Object.values(table.columns).map(({ header }) => header));
});

test('nothing in the guide is left without words in either language', () => {
  const texts = guide.flatMap((section) => [section.title, section.help ?? section.title, ...section.entries.flatMap(({ name, help }) => [name, help])]);
  expect(texts.filter(({ en, he }) => en.trim() === '' || he.trim() === '')).toEqual([]);
});

test('sections can be told apart by their ids', () => {
  expect(new Set(guide.map(({ id }) => id)).size).toBe(guide.length);
});

test('every operator of a segment field has words', () => {
  const operators = new Set(segmentFields.flatMap((field) => field.operators));
  expect([...operators].filter((operator) => segmentWords.operators[operator] === undefined)).toEqual([]);
});

test('what the self-test means is said in both languages', () => {
  expect(Object.values(checkMessages).flatMap(({ holds, else: otherwise }) => [holds.he, otherwise.he]).filter((words) => !/[א-ת]/.test(words))).toEqual([]);
});
