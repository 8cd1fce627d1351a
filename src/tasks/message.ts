import type { Contact } from '../contacts/contacts.table';
import type { OrderItem } from '../orders/order';
import type { Day } from '../shared/day';
import { dateOf, monthOf, yearOf } from '../shared/day';
import { fold, tidy, type Text } from '../shared/text';
import { meantTaskType } from '../rules/task-types';
import { badCellsOf, type BadCells, type Unread } from '../sheets/bad-cells';
import { tasksMessages } from './finishing-messages';
import { channels, templatesTable, type Channel, type TemplateRow, type TemplateSheetRow, type TemplatesTable } from './templates.table';

/** The fields that a template may use, in braces. */
export const templateFields = ['first name', 'items', 'last order', 'shop', 'signature'] as const;
export type TemplateField = (typeof templateFields)[number];

export interface Template {
  /** Folded: looked up without case. */
  readonly taskType: string;
  readonly channel: Channel;
  /** Two-letter code in capitals. */
  readonly language: string;
  readonly subject: string | null;
  readonly text: string;
}

export interface Message {
  readonly subject: string;
  readonly text: string;
  /** The language it is written in, two letters in capitals. */
  readonly language: string;
}

/** What the fields are filled from. */
export interface MessageFacts {
  readonly taskType: string;
  readonly contact: Pick<Contact, 'name' | 'language'>;
  readonly items: readonly OrderItem[];
  readonly lastOrderOn: Day | null;
  readonly shop: string;
  readonly signature: string;
  /** Two-letter code: used where the person's own language has no template, before EN. */
  readonly defaultLanguage: string;
}

export interface ParsedTemplates {
  readonly templates: readonly Template[];
  readonly problems: readonly { readonly at: number; readonly problem: Text | null }[];
}

/** The usable templates of the sheet, with a problem (or null) for each row. */
export function parseTemplates(rows: readonly TemplateSheetRow[], { keyless = [], problems: unread = [] }: Unread<TemplatesTable> = {}): ParsedTemplates {
  const templates = new Map<string, Template>();
  const badCells = badCellsOf(templatesTable, unread);
  const problems = rows.map((row) => {
    const template = templateOf(row);
    const key = template === null ? '' : `${template.taskType}|${template.channel}|${template.language}`;
    const problem = problemOf(row, badCells(row.at), template !== null && templates.has(key));
    if (template !== null && problem === null) templates.set(key, template);
    return { at: row.at, problem: problem ?? slipIn(row) };
  });
  return { templates: [...templates.values()], problems: [...problems, ...keyless.map(({ at }) => ({ at, problem: tasksMessages.templateTypeless }))] };
}

const templateOf = (row: TemplateRow): Template | null =>
  row.channel === null || row.language === null || row.text === null
    ? null
    : { taskType: fold(row.taskType), channel: row.channel, language: row.language.trim().toUpperCase(), subject: row.subject, text: row.text };

/** What keeps the row from being used. */
function problemOf(row: TemplateRow, bad: BadCells, seen: boolean): Text | null {
  const { text, subject, language } = templatesTable.columns;
  const error = bad.get(text.header) ?? bad.get(subject.header) ?? bad.get(language.header);
  if (error !== undefined) return tasksMessages.templateError(error.reason);
  if (row.channel === null) return tasksMessages.templateChannel(channels.join(', '));
  if (row.language === null || !/^[a-z]{2}$/i.test(row.language.trim())) return tasksMessages.templateLanguage;
  if (row.text === null) return tasksMessages.templateEmpty;
  if (seen) return tasksMessages.templateTwice;
  const words = `${row.subject ?? ''}\n${row.text}`;
  const unknown = fieldsIn(words).find((field) => !isField(field));
  if (unknown !== undefined) return tasksMessages.unknownField(unknown, templateFields.map((field) => `{${field}}`).join(', '));
  return /[{}]/.test(words.replace(/\{[^{}]*\}/g, '')) ? tasksMessages.templateBraces : null;
}

/** A note about a row that is used, though perhaps not as it was meant. */
function slipIn({ taskType }: TemplateRow): Text | null {
  const meant = meantTaskType(taskType);
  return meant === null ? null : tasksMessages.templatePerhaps(tidy(taskType), meant);
}

const isField = (word: string): word is TemplateField => templateFields.some((field) => field === fold(word));
const fieldsIn = (words: string): string[] => [...words.matchAll(/\{([^{}]*)\}/g)].map((found) => found[1] ?? '');

/** The message for a task by the channel, in the person's language, else the default one, else English; null without any. */
export function messageFor(templates: readonly Template[], channel: Channel, facts: MessageFacts): Message | null {
  const wanted = [facts.contact.language ?? facts.defaultLanguage, facts.defaultLanguage, 'EN'].map((code) => code.toUpperCase());
  const types = [fold(facts.taskType), 'custom'];
  for (const language of wanted) {
    for (const type of types) {
      const template = templates.find((candidate) => candidate.channel === channel && candidate.language === language && candidate.taskType === type);
      if (template !== undefined) return fill(template, facts);
    }
  }
  return null;
}

function fill(template: Template, facts: MessageFacts): Message {
  const values: Readonly<Record<TemplateField, string>> = {
    'first name': firstNameOf(facts.contact.name) ?? '',
    items: itemsInWords(facts.items, template.language),
    'last order': facts.lastOrderOn === null ? '' : dayInWords(facts.lastOrderOn, template.language),
    shop: tidy(facts.shop),
    signature: facts.signature.trim() === '' ? tidy(facts.shop) : facts.signature.trim(),
  };
  return { subject: oneLine(fillFields(template.subject ?? '', values)), text: fillFields(template.text, values), language: template.language };
}

/**
 * The words with their fields filled in. A blank field takes along what would make no sense without it: the sentence
 * it stands in, or, in a greeting, the blank or comma before it ("Hi {first name}," becomes "Hi,").
 */
function fillFields(words: string, values: Readonly<Record<TemplateField, string>>): string {
  const filled = words
    .split('\n')
    .map((line) => {
      const missing = fieldsIn(line).map(fold).filter((field) => isField(field) && values[field] === '');
      const rest = missing.some((field) => field !== 'first name') ? withoutSentencesOf(line, missing.filter((field) => field !== 'first name')) : line;
      return rest
        .replace(/(\s*)\{([^{}]*)\}/g, (whole: string, blank: string, word: string) => {
          const field = fold(word);
          if (!isField(field)) return whole;
          return values[field] === '' ? '' : blank + values[field];
        })
        .replace(/^[\s,!.–-]+(?=\S)/, '')
        .replace(/[ \t]+([,.!?])/g, '$1')
        // A shop whose name ends in a full stop (“Ltd.”) at the end of a sentence.
        .replace(/([^.])\.\.(?!\.)/g, '$1.')
        .replace(/[ \t]{2,}/g, ' ')
        .trimEnd();
    })
    .join('\n');
  return filled.replace(/\n{3,}/g, '\n\n').trim();
}

/** Without the sentences that name one of the fields. */
const withoutSentencesOf = (line: string, fields: readonly string[]): string =>
  (line.match(/[^.!?]+(?:[.!?]+\s*|$)/g) ?? [])
    .filter((sentence) => !fieldsIn(sentence).some((field) => fields.includes(fold(field))))
    .join('')
    .trimEnd();

/** The first word of a name worth greeting with; null for none, for an address, for a title alone. */
export function firstNameOf(name: string | null): string | null {
  if (name === null) return null;
  const words = tidy(name).split(' ').filter((word) => !/^(mr|mrs|ms|dr|prof|rabbi|מר|גב|גברת|ד"ר|ד״ר|פרופ|הרב)['׳.]?$/i.test(word));
  const [first] = words;
  if (first === undefined || first.includes('@') || !/\p{L}/u.test(first)) return null;
  return first;
}

const AND: Readonly<Record<string, (before: string, last: string) => string>> = {
  EN: (before, last) => `${before} and ${last}`,
  HE: (before, last) => `${before} ו${/^\p{Script=Hebrew}/u.test(last) ? '' : '-'}${last}`,
};

/** At most three item names as one would say them; the dearest lines first come as the order has them. */
function itemsInWords(items: readonly OrderItem[], language: string): string {
  const names = [...new Set(items.map((item) => tidy(item.name)).filter((name) => name !== ''))].slice(0, 3);
  const last = names[names.length - 1];
  if (last === undefined) return '';
  if (names.length === 1) return last;
  return (AND[language] ?? AND['EN'])?.(names.slice(0, -1).join(', '), last) ?? last;
}

const MONTHS: Readonly<Record<string, readonly string[]>> = {
  EN: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  HE: ['ינואר', 'פברואר', 'מרץ', 'אפריל', 'מאי', 'יוני', 'יולי', 'אוגוסט', 'ספטמבר', 'אוקטובר', 'נובמבר', 'דצמבר'],
};

/** A day as a letter would write it: “5 December 2025”, „5 בדצמבר 2025”; else the ISO form. */
function dayInWords(day: Day, language: string): string {
  const month = MONTHS[language]?.[monthOf(day) - 1];
  if (month === undefined) return day;
  return language === 'HE' ? `${dateOf(day)} ב${month} ${yearOf(day)}` : `${dateOf(day)} ${month} ${yearOf(day)}`;
}

const oneLine = (words: string): string => words.replace(/\s*\n\s*/g, ' ');
