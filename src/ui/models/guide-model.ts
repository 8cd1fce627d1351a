import { ourTables } from '../../app/our-tables';
import { triggers } from '../../rules/triggers';
import { settingList } from '../../settings/setting-list';
import { text, type Text } from '../../shared/text';
import type { Owner } from '../../sheets/table';
import { lawNames } from '../../tasks/laws';
import { defaultOutcomes } from '../../tasks/default-outcomes';
import { lawWords } from '../law-messages';

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

const owners: Readonly<Record<Owner, Text>> = {
  script: text('filled by itself', 'מתמלא מעצמו'),
  shared: text('filled where blank, then yours', 'מתמלא כשריק, ואז שלך'),
  user: text('yours', 'שלך'),
};

const same = (words: string): Text => ({ en: words, he: words });

/** The laws in the order in which they are asked, with those that judge no match. */
export const explainedLaws: readonly string[] = [...lawNames, ...Object.keys(lawWords).filter((name) => !lawNames.includes(name))];

/** The guide, made of the declarations that the program itself runs on: what it explains is what there is. */
export const guideModel = (): readonly GuideSection[] => [
  {
    id: 'triggers',
    title: text('What can make a task', 'מה יכול ליצור משימה'),
    help: text('A rule in CRM Rules has one of these triggers.', 'לכל כלל ב-CRM Rules יש אחד מהטריגרים האלה.'),
    entries: triggers.map(({ name, help }) => ({ name: same(name), help, mark: null })),
  },
  {
    id: 'laws',
    title: text('Laws that every rule obeys', 'חוקים שכל כלל מציית להם'),
    help: text('They keep the list short and fair.', 'הם שומרים על רשימה קצרה והוגנת.'),
    entries: explainedLaws.map((name) => ({ name: lawWords[name]?.name ?? same(name), help: lawWords[name]?.help ?? same(''), mark: null })),
  },
  {
    id: 'outcomes',
    title: text('Outcomes', 'תוצאות'),
    help: text('What can come of contacting someone. Change them in CRM Outcomes; your own words are taken too.', 'מה יכול לצאת מפנייה. אפשר לשנות ב-CRM Outcomes; גם מילים משלך מתקבלות.'),
    entries: defaultOutcomes.map(({ outcome, then, days, countsAsContact }) => ({
      name: same(outcome),
      help: consequenceWords(then ?? 'close', days ?? null),
      mark: countsAsContact === true ? text('counts as contact', 'נחשב ליצירת קשר') : null,
    })),
  },
  {
    id: 'settings',
    title: text('Settings', 'הגדרות'),
    help: text('In CRM Settings; a bad value is reported in its row and the default is used.', 'ב-CRM Settings; ערך שגוי מדווח בשורה שלו ונעשה שימוש בברירת המחדל.'),
    entries: settingList.map(({ name, help, defaultText, blankMeans }) => ({ name: same(name), help, mark: defaultText === '' ? blankMeans : same(defaultText) })),
  },
  ...ourTables.map((table) => ({
    id: `sheet-${table.name.toLowerCase().replace(/[^a-z]+/g, '-')}`,
    title: same(table.name),
    help: table.help,
    entries: Object.values(table.columns).map(({ header, help, owner }) => ({ name: same(header), help, mark: owners[owner] })),
  })),
];

function consequenceWords(then: string, days: number | null): Text {
  switch (then) {
    case 'try again':
      return text(`The task stays and moves by ${days ?? 2} task-making days; the third try completes it.`, `המשימה נשארת ונדחית ב-${days ?? 2} ימי משימות; הניסיון השלישי משלים אותה.`);
    case 'remind':
      return text('The task is completed and a dated reminder is offered.', 'המשימה מושלמת ומוצעת תזכורת בתאריך.');
    case 'do not contact':
      return text('The task is completed and Do Not Contact is offered.', 'המשימה מושלמת ומוצע Do Not Contact.');
    case 'wrong number':
      return text('The task is completed; no call or WhatsApp until the phone changes.', 'המשימה מושלמת; אין שיחה או WhatsApp עד שהטלפון משתנה.');
    default:
      return text('The task is completed.', 'המשימה מושלמת.');
  }
}
