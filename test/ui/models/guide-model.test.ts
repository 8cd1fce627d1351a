import { expect, test } from 'vitest';
import { ourTables } from '../../../src/app/our-tables';
import { checkMessages } from '../../../src/app/set-up/check-messages';
import { taskTypeNames } from '../../../src/rules/task-types';
import { triggers } from '../../../src/rules/triggers';
import { segmentFields } from '../../../src/rules/segments/fields';
import { settingList } from '../../../src/settings/setting-list';
import { templateFields } from '../../../src/tasks/message';
import { lawNames } from '../../../src/tasks/laws';
import { defaultOutcomes } from '../../../src/tasks/default-outcomes';
import { lawWords } from '../../../src/ui/law-messages';
import { menuMessages } from '../../../src/ui/menu-messages';
import { keyHelp } from '../../../src/ui/messages';
import { helpWords } from '../../../src/ui/messages-help';
import { segmentWords } from '../../../src/ui/messages-segments';
import { guideModel } from '../../../src/ui/models/guide-model';

const guide = guideModel();
const namesIn = (id: string): string[] => guide.find((section) => section.id === id)?.entries.map(({ name }) => name.en) ?? [];

test('the guide explains every trigger, outcome and setting that there is', () => {
  expect(namesIn('triggers')).toEqual(triggers.map(({ name }) => name));
  expect(namesIn('outcomes')).toEqual(defaultOutcomes.map(({ outcome }) => outcome));
  expect(namesIn('settings')).toEqual(settingList.map(({ name }) => name));
});

test('the guide explains every kind of task, field of a message, field of a segment and key that there is', () => {
  expect(namesIn('types')).toEqual(taskTypeNames);
  expect(namesIn('messages')).toEqual(templateFields.map((field) => `{${field}}`));
  expect(namesIn('keys')).toEqual(keyHelp.map(([keys]) => keys));
  const asked = (guide.find(({ id }) => id === 'segments')?.entries ?? []).map(({ help }) => help.en).join();
  expect(segmentFields.filter(({ header, operators }) => !asked.includes(header) || operators.some((operator) => !asked.includes(operator))).map(({ header }) => header)).toEqual([]);
});

test.each([
  ['Reached', 'counts as contact', 'The task is completed.'],
  ['Wants to order', 'counts as contact', 'The task is completed, and a reminder in 7 days is offered.'],
  ['No answer', undefined, 'The task stays and moves by 2 task-making days; try number 3 completes it.'],
  ['Not interested', 'counts as contact', 'The task is completed, and Do Not Contact is offered.'],
])('what follows from %s is said', (outcome, mark, follows) => {
  const entry = guide.find(({ id }) => id === 'outcomes')?.entries.find(({ name }) => name.en === outcome);
  expect([entry?.mark?.en, entry?.help.en]).toEqual([mark, follows]);
});

test('whose a column is stands beside it, in both languages', () => {
  const contacts = guide.find(({ title }) => title.en === 'Contacts');
  const markOf = (header: string): unknown => contacts?.entries.find(({ name }) => name.en === header)?.mark;
  expect([markOf('Total Spend'), markOf('Phone'), markOf('Notes')]).toEqual([
    { en: 'filled by itself', he: 'מתמלא מעצמו' },
    { en: 'filled where blank, then yours', he: 'מתמלא כשריק, ואז שלך' },
    { en: 'yours', he: 'שלך' },
  ]);
});

test('an answer names only sheets, columns, settings, menu items and words that there are', () => {
  const known = new Set<string>([
    ...ourTables.flatMap((table) => [table.name, ...Object.values(table.columns).flatMap(({ header, choices }) => [header, ...(choices ?? []).map(String)])]),
    ...settingList.map(({ name }) => name),
    ...Object.values(menuMessages).flatMap(({ en, he }) => [en, he]),
  ]);
  const named = helpWords.how.flatMap(({ say }) => [say.en, say.he]).flatMap((answer) => answer.split('`').filter((_, i) => i % 2 === 1));
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => !known.has(name))).toEqual([]);
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
