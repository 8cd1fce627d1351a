import { ourTables } from '../../app/our-tables';
import { segmentFields, type FieldKind } from '../../rules/segments/fields';
import { taskTypes } from '../../rules/task-types';
import { triggers } from '../../rules/triggers';
import { settingList } from '../../settings/setting-list';
import { sameText, type Text } from '../../shared/text';
import { defaultOutcomes } from '../../tasks/default-outcomes';
import { lawNames } from '../../tasks/laws';
import { templateFields } from '../../tasks/message';
import { MOST_TRIES, parseOutcomes, type Outcome } from '../../tasks/outcomes';
import { lawWords } from '../law-messages';
import { keyHelp } from '../messages';
import { guideWords as words } from '../messages-guide';

/** One thing the guide explains: its name as it stands in the workbook, and what it means. */
export interface GuideEntry {
  readonly name: Text;
  readonly help: Text;
  /** A short mark beside the name: who writes a column, a setting's default. */
  readonly mark: Text | null;
}

export interface GuideSection {
  readonly id: string;
  readonly title: Text;
  readonly help: Text | null;
  readonly entries: readonly GuideEntry[];
}

const same = sameText;

/** The laws in the order in which they are asked, with those that judge no match. */
export const explainedLaws: readonly string[] = [...lawNames, ...Object.keys(lawWords).filter((name) => !lawNames.includes(name))];

/** The guide, made of the declarations that the program itself runs on: what it explains is what there is. */
export const guideModel = (): readonly GuideSection[] => [
  {
    id: 'triggers',
    title: words.triggers,
    help: words.triggersHelp,
    entries: triggers.map(({ name, help }) => ({ name: same(name), help, mark: null })),
  },
  {
    id: 'laws',
    title: words.laws,
    help: words.lawsHelp,
    entries: explainedLaws.map((name) => ({ name: lawWords[name]?.name ?? same(name), help: lawWords[name]?.help ?? same(''), mark: null })),
  },
  {
    id: 'types',
    title: words.types,
    help: words.typesHelp,
    entries: taskTypes.map(({ name, service, validForDays }) => ({ name: same(name), help: words.waits(validForDays), mark: service ? words.service : words.promotional })),
  },
  {
    id: 'outcomes',
    title: words.outcomes,
    help: words.outcomesHelp,
    entries: outcomesThatComeWithIt().map((outcome) => ({ name: same(outcome.name), help: consequenceOf(outcome), mark: outcome.countsAsContact ? words.countsAsContact : null })),
  },
  {
    id: 'messages',
    title: words.messages,
    help: words.messagesHelp,
    entries: templateFields.map((field) => ({ name: same(`{${field}}`), help: words.messageFields[field], mark: null })),
  },
  {
    id: 'segments',
    title: words.segments,
    help: words.segmentsHelp,
    entries: kindsOfFields().map((kind) => {
      const fields = segmentFields.filter((field) => field.kind === kind);
      return { name: words.fieldKinds[kind], help: words.askable(fields.map(spelled).join(', '), (fields[0]?.operators ?? []).join(' · ')), mark: null };
    }),
  },
  {
    id: 'settings',
    title: words.settings,
    help: words.settingsHelp,
    entries: settingList.map(({ name, help, defaultText, blankMeans }) => ({ name: same(name), help, mark: defaultText === '' ? blankMeans : same(defaultText) })),
  },
  {
    id: 'keys',
    title: words.keys,
    help: words.keysHelp,
    entries: keyHelp.map(([keys, help]) => ({ name: same(keys), help, mark: null })),
  },
  ...ourTables.map((table) => ({
    id: `sheet-${table.name.toLowerCase().replace(/[^a-z]+/g, '-')}`,
    title: same(table.name),
    help: table.help,
    entries: Object.values(table.columns).map(({ header, help, owner }) => ({ name: same(header), help, mark: words.owners[owner] })),
  })),
];

/** As a sheet that holds just these rows says them. */
const outcomesThatComeWithIt = (): readonly Outcome[] => parseOutcomes(defaultOutcomes.map((outcome, i) => ({ at: i + 2, problem: null, ...outcome }))).outcomes;

function consequenceOf({ then, days }: Outcome): Text {
  switch (then) {
    case 'close':
      return words.close;
    case 'try again':
      return words.tryAgain(days, MOST_TRIES);
    case 'remind':
      return words.remind(days);
    case 'do not contact':
      return words.doNotContact;
    case 'wrong number':
      return words.wrongNumber;
  }
}

const kindsOfFields = (): readonly FieldKind[] => [...new Set(segmentFields.map(({ kind }) => kind))];

/** A field with the short form that reads best. */
const spelled = ({ header, shortForms }: (typeof segmentFields)[number]): string => (shortForms[0] === undefined ? header : `${header} (${shortForms[0]})`);
