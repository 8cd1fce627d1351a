import { closestWord } from '../shared/closest-word';
import { by, groupBy } from '../shared/collections';
import type { Day } from '../shared/day';
import type { Problem } from '../shared/problem';
import { fold, foldHeader, joinTexts, text, tidy, type Language, type Text } from '../shared/text';
import type { Settings } from '../settings/settings';
import type { TableImage } from '../sheets/workbook';
import { rulesMessages as messages, whyNotMessages } from './messages';
import type { Rule } from './rule';
import { ruleIdsOf } from './rule-ids';
import { rulesTable, type RuleRowPatch, type RuleSheetRow, type RulesTable } from './rules.table';
import { segmentFinder, type NamedSegment } from './segments/named';
import type { SegmentRow } from './segments.table';
import { meantTaskType, taskTypeOf } from './task-types';
import { parameterHeaders, type ParameterCells, type ParameterContext, type ParameterField, type ReadyTrigger, type Trigger } from './trigger';
import { triggers as allTriggers } from './triggers';
import { isInSegment, segmentWhyNot } from './triggers/in-segment';

/** CRM Rules as it was read. */
export type RulesImage = Pick<TableImage<RulesTable>, 'rows' | 'keyless' | 'problems'>;

export interface RulesContext {
  readonly settings: Settings;
  readonly today: Day;
  /** The language of what is written into cells. */
  readonly language: Language;
  /** The triggers that rules may use; all, unless a test says otherwise. */
  readonly triggers?: readonly Trigger[];
}

export interface ParsedRules {
  /** The rules that can run, in the sheet's order. */
  readonly rules: readonly Rule[];
  /** Rule ID of new rows, Start Date of rules enabled for the first time, Problem; only what differs from the sheet. */
  readonly patches: readonly RuleRowPatch[];
  /** What keeps rows from running; notes that don't are in the Problem cells alone. */
  readonly problems: readonly Problem[];
}

/** Reads the rules. A bad row is reported in its Problem cell and left out; the others run. */
export function parseRules(sheet: RulesImage, segments: readonly Pick<SegmentRow, 'name' | 'query'>[], context: RulesContext): ParsedRules {
  const rows = [...sheet.rows, ...sheet.keyless].sort((a, b) => a.at - b.at);
  const ids = ruleIdsOf(rows.map((row) => ({ name: nameOf(row), id: tidy(row.id) })));
  const reader: Reader = { triggers: context.triggers ?? allTriggers, parameters: { settings: context.settings, segmentOf: segmentFinder(segments) } };
  const read = rows.map((row, i): ReadRow => {
    const id = ids[i] ?? row.id;
    const enabled = row.enabled === true;
    const badCells = sheet.problems.filter((problem) => problem.row === row.at && !isOfScript(problem));
    const startOn = row.startOn ?? (enabled && !badCells.some(isOfStart) ? context.today : null);
    return { row, id, enabled, startOn, ...(badCells.length > 0 ? refusedCells(badCells) : readRule({ ...row, id, startOn }, reader)) };
  });
  const doubles = doublesIn(read);
  const rules: Rule[] = [];
  const patches: RuleRowPatch[] = [];
  const problems: Problem[] = [];
  for (const one of read) {
    const { row, id, enabled, startOn, rule, notes } = one;
    const double = doubles.get(one);
    const troubles = double === undefined ? one.troubles : [...one.troubles, messages.sameRule(nameOf(double.row), double.row.at)];
    if (rule !== null && enabled && double === undefined) rules.push(rule);
    if (troubles.length > 0) problems.push(problemOf(row, troubles));
    const said = joinTexts([...troubles, ...notes], ' ')[context.language];
    const patch = patchOf(row, { id, startOn, problem: said === '' ? null : said });
    if (Object.keys(patch).length > 0) patches.push({ at: row.at, set: patch });
  }
  return { rules, patches, problems };
}

interface Reader {
  readonly triggers: readonly Trigger[];
  readonly parameters: ParameterContext;
}

/** A row read: the rule, or what stops it; notes stop nothing. */
interface ReadRule {
  readonly rule: Rule | null;
  readonly troubles: readonly Text[];
  readonly notes: readonly Text[];
}

interface ReadRow extends ReadRule {
  readonly row: RuleSheetRow;
  readonly id: string;
  readonly enabled: boolean;
  readonly startOn: Day | null;
}

/**
 * Rows that ask the very same as another one that runs, with that one: a copied row would make every task twice, since
 * what is settled is settled for a rule. The one with a memory stays, wherever the rows are sorted to.
 */
function doublesIn(read: readonly ReadRow[]): ReadonlyMap<ReadRow, ReadRow> {
  const running = read.filter(({ rule, enabled }) => rule !== null && enabled);
  const doubles = new Map<ReadRow, ReadRow>();
  for (const alike of groupBy(running, askedIn).values()) {
    const [first, ...others] = [...alike].sort(by(({ row, id }) => (row.id === id ? 0 : 1), ({ row }) => -(row.madeSoFar ?? 0), ({ row }) => row.at));
    if (first !== undefined) for (const other of others) doubles.set(other, first);
  }
  return doubles;
}

/** All that decides what a rule finds and makes, as comparable text. */
const askedIn = ({ row, rule }: ReadRow): string =>
  JSON.stringify([rule?.trigger, rule?.taskType, ...Object.values(cellsOf(row)).map((cell) => (typeof cell === 'string' ? fold(cell) : cell))]);

const nameOf = (row: Pick<RuleSheetRow, 'name' | 'trigger'>): string => tidy(row.name ?? '') || tidy(row.trigger ?? '') || 'Rule';

const isAbout = ({ reason }: Problem, headers: readonly string[]): boolean => headers.some((header) => reason.en.startsWith(header));
const isOfScript = (problem: Problem): boolean =>
  isAbout(problem, Object.values(rulesTable.columns).flatMap((column) => (column.owner === 'script' ? [column.header] : [])));
const isOfStart = (problem: Problem): boolean => isAbout(problem, [rulesTable.columns.startOn.header]);

const refusedCells = (problems: readonly Problem[]): ReadRule => ({
  rule: null,
  troubles: problems.map(({ reason, value }) => text(`${reason.en} (${value}) ${messages.ruleWaits.en}`, `${reason.he} (${value}) ${messages.ruleWaits.he}`)),
  notes: [],
});

const problemOf = (row: RuleSheetRow, troubles: readonly Text[]): Problem => ({
  sheet: rulesTable.name,
  row: row.at,
  value: nameOf(row),
  reason: joinTexts(troubles, ' '),
  cure: messages.ruleWaits,
});

function patchOf(row: RuleSheetRow, wanted: Pick<RuleSheetRow, 'id' | 'startOn' | 'problem'>): RuleRowPatch['set'] {
  return {
    ...(row.id === wanted.id ? {} : { id: wanted.id }),
    ...(row.startOn === wanted.startOn ? {} : { startOn: wanted.startOn }),
    ...(row.problem === wanted.problem ? {} : { problem: wanted.problem }),
  };
}

function readRule(row: RuleSheetRow, { triggers, parameters }: Reader): ReadRule {
  const trouble = (...troubles: readonly Text[]): ReadRule => ({ rule: null, troubles, notes: [] });
  const enabled = row.enabled === true;
  // A row that is off may still lack something: only what stands in it can be wrong.
  if (row.trigger === null) return enabled ? trouble(messages.noTrigger) : trouble();
  const words = row.trigger;
  const trigger = triggers.find(({ name }) => foldHeader(name) === foldHeader(words));
  if (trigger === undefined) return trouble(messages.unknownTrigger(tidy(words), closestWord(words, triggers.map(({ name }) => name))));

  const reads = trigger.reads(parameters);
  const cells = cellsOf(row);
  const prepared = trigger.prepare(cells, parameters);
  const narrowed = reads.includes('segment') || row.segment === null ? null : parameters.segmentOf(row.segment);
  const troubles = [
    ...('troubles' in prepared ? prepared.troubles.filter(({ missing }) => enabled || !missing).map((found) => found.text) : []),
    ...(narrowed !== null && 'problem' in narrowed ? [narrowed.problem] : []),
    ...validityTroubles(row.validForDays),
    ...narrowing.filter((field) => cells[field] !== null && !reads.includes(field)).map((field) => messages.cannotNarrow(parameterHeaders[field], trigger.name)),
  ];
  const ignored = ignorable.filter((field) => cells[field] !== null && !reads.includes(field)).map((field) => parameterHeaders[field]);
  const type = taskTypeOf(tidy(row.taskType ?? '') || 'Custom');
  const slip = meantTaskType(type.name);
  const notes = [
    ...(ignored.length > 0 ? [messages.ignored(ignored, trigger.name)] : []),
    ...(slip === null ? [] : [messages.perhapsTaskType(type.name, slip)]),
  ];
  if (troubles.length > 0 || 'troubles' in prepared) return { rule: null, troubles, notes };
  const segment = narrowed === null || 'problem' in narrowed ? null : narrowed;
  const rule: Rule = {
    id: row.id,
    name: nameOf(row),
    trigger: trigger.name,
    taskType: type.name,
    assignedTo: row.assignedTo === null ? null : tidy(row.assignedTo),
    startOn: row.startOn,
    boundByStart: trigger.boundByStart,
    validForDays: row.validForDays ?? type.validForDays,
    ...asked(prepared.ready, segment),
  };
  return { rule, troubles, notes };
}

/** Columns that narrow whom a rule takes: one that a trigger cannot read must not be passed over. */
const narrowing: readonly ParameterField[] = ['product', 'minimumValue'];
const ignorable: readonly ParameterField[] = ['scope', 'days', 'everyNth', 'repeatEvery'];

const cellsOf = ({ scope, days, everyNth, minimumValue, segment, product, repeatEvery }: RuleSheetRow): ParameterCells => ({
  scope,
  days,
  everyNth,
  minimumValue,
  segment,
  product,
  repeatEvery,
});

function validityTroubles(days: number | null): Text[] {
  const header = rulesTable.columns.validForDays.header;
  if (days === null) return [];
  if (!Number.isInteger(days)) return [messages.notWhole(header, days)];
  return days < 0 ? [messages.tooSmall(header, days, 0)] : [];
}

/** The questions a rule answers: its trigger's, of the people whom its segment leaves. */
function asked(ready: ReadyTrigger, segment: NamedSegment | null): Pick<Rule, 'matchesIn' | 'whyNot' | 'mootIn'> {
  return {
    // An alias's own row has no status: its person is on another row.
    matchesIn: (subject, since = null) =>
      subject.contact.status === null || (segment !== null && !isInSegment(segment.condition, subject)) ? [] : ready.matches(subject, since),
    whyNot(subject) {
      if (subject.contact.status === null) return { condition: whyNotMessages.alias, earliest: null };
      if (segment !== null && !isInSegment(segment.condition, subject)) return segmentWhyNot(segment.condition, subject);
      return ready.whyNot(subject);
    },
    mootIn: (subject, occasion) => (subject === null ? null : ready.moot(subject, occasion)),
  };
}
