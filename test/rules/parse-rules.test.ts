import { describe, expect, test } from 'vitest';
import { countMatches } from '../../src/rules/count-matches';
import { defaultRules } from '../../src/rules/default-rules';
import { ruleIdsOf } from '../../src/rules/rule-ids';
import type { NewRule } from '../../src/rules/rules.table';
import { rulesTable } from '../../src/rules/rules.table';
import { taskTypeNames, taskTypeOf } from '../../src/rules/task-types';
import { trigger, type Trigger } from '../../src/rules/trigger';
import { guideOf, triggers } from '../../src/rules/triggers';
import { days } from '../../src/rules/parameters';
import { addDays } from '../../src/shared/day';
import { sameText, text } from '../../src/shared/text';
import { aSubject, readRules, ruleOf, ruleRows } from '../support/rules';

const good = { id: 'follow-up', name: 'Follow-up', trigger: 'Order completed', taskType: 'Follow-up', scope: 'Repeat only', days: 10 };

describe('A bad row is answered in the row, and the others run', () => {
  test.each<[string, Partial<NewRule>, string]>([
    ['a slip in the trigger', { ...good, trigger: 'Order complete' }, 'There is no Trigger “Order complete”: choose one from the drop-down. Did you mean “Order completed”?'],
    ['an unknown trigger', { ...good, trigger: 'Full moon' }, 'There is no Trigger “Full moon”'],
    ['no trigger', { ...good, trigger: null }, 'Trigger is blank'],
    ['no days', { ...good, days: null }, 'Days is blank'],
    ['negative days', { ...good, days: -3 }, 'Days is -3: write 0 or more.'],
    ['half a day', { ...good, days: 2.5 }, 'Days is 2.5: write a whole number.'],
    ['days beyond all reason', { ...good, days: 99999 }, 'write 3,650 or less'],
    ['a negative minimum', { ...good, minimumValue: -1 }, 'Minimum Value is -1: write 0 or more.'],
    ['a slip in the scope', { ...good, scope: 'Frist only' }, 'Did you mean “First only”?'],
    ['every Nth without N', { ...good, scope: 'First and every Nth' }, 'Every Nth is blank'],
    ['every 0th', { ...good, scope: 'First and every Nth', everyNth: 0 }, 'Every Nth is 0: write 1 or more.'],
    ['a negative Valid For Days', { ...good, validForDays: -1 }, 'Valid For Days is -1'],
    ['no product', { trigger: 'Product bought', days: 1 }, 'Product is blank'],
    ['no query', { trigger: 'Segment' }, 'Segment is blank'],
    ['a bad query', { trigger: 'Segment', segment: 'status = Lapsd' }, 'Did you mean “Lapsed”?\nstatus = Lapsd\n         ^'],
    ['an unknown segment', { trigger: 'Segment', segment: 'Big spendres' }, 'Did you mean “Big spenders”?'],
    ['a segment that is wrong itself', { trigger: 'Segment', segment: 'Broken' }, 'Mend the segment “Broken” in CRM Segments: There is no field “stats”.'],
    ['Repeat Every 0', { trigger: 'Segment', segment: 'is customer', repeatEvery: 0 }, 'Repeat Every is 0: write 1 or more.'],
    ['a bad query that narrows another rule', { ...good, segment: 'status = Lapsd' }, 'Did you mean “Lapsed”?'],
    ['a product where it would be passed over', { ...good, product: 'Syrah' }, '“Order completed” does not look at Product'],
    ['a minimum where it would be passed over', { trigger: 'Segment', segment: 'is customer', minimumValue: 5 }, '“Segment” does not look at Minimum Value'],
    ['Days past Lost after days', { trigger: 'No order for', days: 365 }, 'must be less than “Lost after days”'],
    ['two things at once', { ...good, days: null, scope: 'Some' }, 'Days is blank'],
  ])('%s', (_case, row, sentence) => {
    const segments = [{ name: 'Big spenders', query: 'spend > 3000' }, { name: 'Broken', query: 'stats = New' }];
    const { rules, patches, problems } = readRules(ruleRows(row, { ...good, id: 'other' }), { segments });
    expect(rules.map(({ id }) => id)).toEqual(['other']);
    expect(patches.find(({ at }) => at === 2)?.set.problem).toContain(sentence);
    expect(problems.map((problem) => problem.row)).toEqual([2]);
  });

  test('a cell that is no number keeps its rule from running with a default', () => {
    const cellProblems = [{ sheet: 'CRM Rules', row: 2, value: 'ten', reason: text('Days should hold a number.', 'Days'), cure: sameText('') }];
    const { rules, patches } = readRules(ruleRows({ id: 'win-back', trigger: 'No order for', days: null }), { cellProblems });
    expect(rules).toEqual([]);
    expect(patches[0]?.set.problem).toBe('Days should hold a number. (ten) Correct the cell; the rule does not run until then.');
  });

  test('the problem is in the workbook’s language, and goes when it is mended', () => {
    expect(readRules(ruleRows({ ...good, days: null }), { language: 'he' }).patches[0]?.set.problem).toMatch(/[א-ת]/);
    expect(readRules(ruleRows({ ...good, problem: 'Days is blank' })).patches).toEqual([{ at: 2, set: { problem: null } }]);
  });

  test('what means nothing to a trigger is noted, and the rule runs', () => {
    const { rules, patches, problems } = readRules(ruleRows({ id: 'win-back', trigger: 'No order for', scope: 'First only' }));
    expect([rules.length, problems.length]).toEqual([1, 0]);
    expect(patches[0]?.set.problem).toBe('Note: Scope means nothing to “No order for” and is not looked at.');
  });

  test('a rule that is off is told what is wrong with it, not what is missing yet', () => {
    expect(readRules(ruleRows({ id: 'a', trigger: 'Segment', enabled: false }, { id: 'b', enabled: false }, { id: 'c', enabled: null })).patches).toEqual([]);
    expect(readRules(ruleRows({ id: 'a', trigger: 'Segment', segment: 'x = 1', enabled: false })).patches[0]?.set.problem).toContain('There is no field “x”');
  });
});

describe('What the script fills in', () => {
  test('a second reading has nothing to write', () => {
    const rows = ruleRows(...defaultRules().map((row) => ({ ...row, startOn: null })));
    const patches = new Map(readRules(rows).patches.map(({ at, set }) => [at, set]));
    expect(readRules(rows.map((row) => ({ ...row, ...patches.get(row.at) }))).patches).toEqual([]);
  });

  test('Start Date on the day a rule is first enabled, and not before', () => {
    expect(readRules(ruleRows({ ...good, startOn: null })).patches).toEqual([{ at: 2, set: { startOn: '2026-06-30' } }]);
    expect(readRules(ruleRows({ ...good, startOn: null, enabled: false })).patches).toEqual([]);
    expect(readRules(ruleRows({ ...good, startOn: null })).rules[0]?.startOn).toBe('2026-06-30');
  });

  test.each([
    ['from its name', ['My rule'], ['my-rule']],
    ['two of one name', ['Birthday', 'Birthday'], ['birthday', 'birthday-2']],
    ['without a name, from its trigger', [''], ['birthday']],
    ['a Hebrew name', ['יום הולדת'], [expect.stringMatching(/^rule-[a-z0-9]{8}$/)]],
  ])('a new row gets a Rule ID: %s', (_case, names, ids) => {
    const { patches } = readRules(ruleRows(...names.map((name) => ({ id: '', name, trigger: 'Birthday' }))));
    expect(patches.map(({ set }) => set.id)).toEqual(ids);
  });

  test('a rule that comes with it, deleted and typed again, has its old id and so its memory', () => {
    const ids = ruleIdsOf(defaultRules().map(({ name }) => ({ name: name ?? '', id: '' })));
    expect(ids).toEqual(defaultRules().map(({ id }) => id));
  });

  test('a copied row gets an id of its own, wherever it was sorted to', () => {
    const copy = { ...good, name: 'Follow-up for wine club', days: 24 };
    for (const rows of [[good, copy], [copy, good]]) {
      const { rules } = readRules(ruleRows(...rows));
      expect(rules.find(({ name }) => name === 'Follow-up')?.id).toBe('follow-up');
      expect(rules.find(({ name }) => name !== 'Follow-up')?.id).toBe('follow-up-for-wine-club');
    }
  });

  test('a copied row that asks the very same does not run: whatever the original made would be made again', () => {
    const original = { ...good, madeSoFar: 4 };
    for (const rows of [[original, original], [{ ...original, madeSoFar: 0, id: 'follow-up-2' }, original]]) {
      const { rules, problems } = readRules(ruleRows(...rows));
      expect(rules.map(({ id }) => id)).toEqual(['follow-up']);
      expect(problems.map(({ reason }) => reason.en)).toEqual([expect.stringMatching(/^This asks the same as “Follow-up” in row \d, so everyone would get two tasks/)]);
    }
  });

  test.each<[string, Partial<NewRule>]>([
    ['another day', { days: 24 }],
    ['other people', { segment: 'language = HE' }],
    ['another kind of task', { taskType: 'Custom' }],
    ['switched off', { enabled: false }],
  ])('a copied row that differs runs beside the original: %s', (_how, change) => {
    const { rules, problems } = readRules(ruleRows(good, { ...good, ...change }));
    expect([rules.length, problems]).toEqual([change.enabled === false ? 1 : 2, []]);
  });

  test('a renamed rule keeps its id', () => {
    const { rules, patches } = readRules(ruleRows({ ...good, name: 'After the second order' }));
    expect([rules[0]?.id, patches]).toEqual(['follow-up', []]);
  });
});

describe('The rules that come with it', () => {
  const rows = ruleRows(...defaultRules());
  test('three are on, and no row has a problem', () => {
    const { rules, problems } = readRules(rows);
    expect(rules.map(({ id, taskType, trigger: name }) => [id, taskType, name])).toEqual([
      ['welcome', 'Welcome', 'Order completed'],
      ['follow-up', 'Follow-up', 'Order completed'],
      ['win-back', 'Win-back', 'No order for'],
    ]);
    expect(problems).toEqual([]);
  });

  test('those that are off can be switched on, but for what they wait to be told', () => {
    const { rules, problems } = readRules(rows.map((row) => ({ ...row, enabled: true })));
    expect(rules.map(({ id }) => id)).toEqual(['welcome', 'follow-up', 'win-back', 'high-value', 'first-order-for-subscribers', 'anniversary', 'birthday', 'before-a-holiday']);
    expect(problems.map(({ value, reason }) => `${value}: ${reason.en}`)).toEqual(['Product bought: Product is blank: fill it in for this trigger.', 'Custom: Segment is blank: fill it in for this trigger.']);
  });

  test('First order for subscribers finds subscribers who never ordered', () => {
    const rule = ruleOf({ ...defaultRules()[4], enabled: true });
    expect(rule.matchesIn(aSubject({ contact: { mailchimpStatus: 'Subscribed' } }))).toHaveLength(1);
    expect(rule.matchesIn(aSubject({ contact: { mailchimpStatus: 'Unsubscribed' } }))).toEqual([]);
    expect(rule.matchesIn(aSubject({ contact: { mailchimpStatus: 'Subscribed' }, orders: [{}] }))).toEqual([]);
  });

  test.each([['Welcome', 21, true], ['Follow-up', 30, true], ['Win-back', null, false], ['High value', null, false], ['Product', 30, false], ['Anniversary', 7, false], ['Birthday', 7, false], ['Custom', null, false]])(
    '%s waits %s days; service: %s',
    (name, validForDays, service) => {
      expect(taskTypeOf(name)).toMatchObject({ validForDays, service, rank: taskTypeNames.indexOf(name) });
      expect(ruleOf({ ...good, taskType: name }).validForDays).toBe(validForDays);
    },
  );

  test('a task type of the manager’s own ranks as Custom; a slip is asked about', () => {
    expect(ruleOf({ ...good, taskType: 'Tasting' }).taskType).toBe('Tasting');
    expect(taskTypeOf('Tasting').rank).toBe(taskTypeOf('Custom').rank);
    expect(ruleOf({ ...good, taskType: 'follow up' }).taskType).toBe('Follow-up');
    expect(readRules(ruleRows({ ...good, taskType: 'Wellcome' })).patches[0]?.set.problem).toContain('Did you mean “Welcome”?');
  });
});

describe('Matches now', () => {
  const rule = ruleOf({ ...good, scope: 'Every order', startOn: '2026-06-01' });
  test.each([
    ['whose match is of today', '2026-06-17', 1],
    ['whose match is of tomorrow', '2026-06-18', 0],
    ['whose match was before the rule began', '2026-05-18', 0],
    ['whose match was on the day it began', '2026-05-19', 1],
  ])('a person %s', (_case, day, count) => {
    expect(countMatches(rule, [aSubject({ orders: [{ day }] })])).toBe(count);
  });

  test('a match whose time ran out counts no more', () => {
    const long = ruleOf({ ...good, scope: 'Every order', validForDays: 5 });
    const matchedOn = (day: string) => aSubject({ orders: [{ day: addDays(day, -13) }] });
    expect([countMatches(long, [matchedOn('2026-06-25')]), countMatches(long, [matchedOn('2026-06-24')])]).toEqual([1, 0]);
  });
});

describe('Another trigger is one change in one place', () => {
  const everyMonday: Trigger = trigger({
    name: 'Full moon',
    help: text('Days after the moon was full.', 'ימים אחרי ירח מלא.'),
    boundByStart: false,
    parameters: () => ({ days: days(1) }),
    matches: ({ days: after }, { today }) => [{ occasion: 'moon', day: addDays(today, -after), trigger: sameText('Full moon'), reason: sameText('It was full'), orderId: null }],
    whyNot: () => ({ condition: sameText('No moon'), earliest: null }),
    moot: () => null,
  });
  const more = [...triggers, everyMonday];

  test('the sheet’s drop-down and guide follow from the list', () => {
    expect(rulesTable.columns.trigger.suggestions).toEqual(triggers.map(({ name }) => name));
    for (const { name, help } of triggers) expect(rulesTable.columns.trigger.help.he).toContain(`${name}: ${help.he}`);
    expect(guideOf(more).en).toContain('Full moon: Days after the moon was full.');
  });

  test('validation, did you mean, and what the rule gives to the preview follow too', () => {
    const read = (row: Partial<NewRule>) => readRules(ruleRows({ id: 'moon', ...row }), { triggers: more });
    expect(read({ trigger: 'full moon', days: 0 }).patches[0]?.set.problem).toBe('Days is 0: write 1 or more.');
    expect(read({ trigger: 'Full moan', days: 2 }).patches[0]?.set.problem).toContain('Did you mean “Full moon”?');
    expect(read({ trigger: 'full moon', days: 2, scope: 'First only' }).patches[0]?.set.problem).toContain('Scope means nothing to “Full moon”');
    expect(read({ trigger: 'full moon', days: 2 }).rules[0]?.matchesIn(aSubject())[0]?.day).toBe('2026-06-28');
  });

  test.each(triggers.map((one) => [one.name, one] as const))('%s has its help in both languages, and complains of blanks in words', (name, one) => {
    expect(one.help.en.length).toBeGreaterThan(20);
    expect(one.help.he).toMatch(/[א-ת]/);
    const { rules, problems } = readRules(ruleRows({ id: 'a', trigger: name }));
    expect(rules.length + problems.length).toBe(1);
  });
});
