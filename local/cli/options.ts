import { text, type Text } from '../../src/shared/text';

/** An option of the command line. */
interface OptionKind {
  /** What its value is called in the help; null for a flag. */
  readonly value: string | null;
  readonly help: Text;
}

/** Options that any job takes. */
export const commonOptions = {
  book: { value: 'PATH', help: text('an .xlsx, or a folder with one CSV a sheet (default: the sample shop)', 'קובץ xlsx., או תיקייה ובה CSV לכל גיליון (ברירת מחדל: חנות הדוגמה)') },
  save: { value: 'PATH', help: text('where to write the result, same two forms (default: back to --book)', 'לאן לכתוב את התוצאה, באותן שתי צורות (ברירת מחדל: חזרה ל---book)') },
  now: { value: '2026-06-30T03:00', help: text('the clock, in the workbook’s time zone', 'השעון, באזור הזמן של החוברת') },
  zone: { value: 'ZONE', help: text('the workbook’s time zone (default: Asia/Jerusalem)', 'אזור הזמן של החוברת (ברירת מחדל: Asia/Jerusalem)') },
  locale: { value: 'LOCALE', help: text('the workbook’s locale (default: en_US)', 'הלוקאל של החוברת (ברירת מחדל: en_US)') },
  cells: { value: 'text', help: text('read every cell of the CSV files as text', 'לקרוא כל תא בקובצי ה-CSV כטקסט') },
  set: { value: "'NAME=VALUE'", help: text('a setting for this run, not saved (repeatable)', 'הגדרה לריצה זו בלבד, אינה נשמרת (אפשר לחזור)') },
  stats: { value: 'FILE', help: text('write service calls, cells, times and mails to FILE as JSON', 'לכתוב קריאות שירות, תאים, זמנים והודעות לקובץ JSON') },
  json: { value: null, help: text('print the result as JSON', 'להדפיס את התוצאה כ-JSON') },
  'stop-at': { value: 'K', help: text('stop at the K-th service call and save what then stands (exit 3)', 'לעצור בקריאת השירות ה-K ולשמור את המצב (קוד יציאה 3)') },
  help: { value: null, help: text('print this help', 'להדפיס את העזרה הזו') },
  version: { value: null, help: text('print the version', 'להדפיס את הגרסה') },
} as const satisfies Readonly<Record<string, OptionKind>>;

/** Options that only some jobs take. */
export const jobOptions = {
  kind: { value: 'KIND', help: text('what the members are where the file does not tell: subscribed, unsubscribed, cleaned, non-subscribed', 'מה מצב החברים כשהקובץ אינו אומר: subscribed, unsubscribed, cleaned, non-subscribed') },
  'dry-run': { value: null, help: text('only tell what would change', 'רק לומר מה ישתנה') },
  outcome: { value: 'OUTCOME', help: text('what came of it, such as Reached', 'מה יצא מזה, למשל Reached') },
  note: { value: 'NOTE', help: text('a note for the task', 'הערה למשימה') },
  until: { value: 'DAY', help: text('the new due date, yyyy-mm-dd', 'תאריך היעד החדש, yyyy-mm-dd') },
  due: { value: 'DAY', help: text('the due date, yyyy-mm-dd (default: today)', 'תאריך היעד, yyyy-mm-dd (ברירת מחדל: היום)') },
  again: { value: null, help: text('let the same tasks be made again once the rules are changed', 'לאפשר יצירה חוזרת של אותן משימות לאחר שינוי הכללים') },
  sent: { value: null, help: text('the file has been sent: complete its tasks', 'הקובץ נשלח: להשלים את המשימות שבו') },
} as const satisfies Readonly<Record<string, OptionKind>>;

export type CommonOption = keyof typeof commonOptions;
export type JobOption = keyof typeof jobOptions;
export type OptionName = CommonOption | JobOption;

const optionKinds: Readonly<Record<string, OptionKind>> = { ...commonOptions, ...jobOptions };

/** A command line that cannot be understood: exit code 2. */
export class UsageError extends Error {
  constructor(readonly text: Text) {
    super(text.en);
    this.name = 'UsageError';
  }
}

/** A command line taken apart; values as they were typed, a flag as `''`. */
export interface CommandLine {
  /** What is no option, in order: the job and its arguments. */
  readonly words: readonly string[];
  readonly values: ReadonlyMap<OptionName, readonly string[]>;
}

const isOptionName = (name: string): name is OptionName => Object.prototype.hasOwnProperty.call(optionKinds, name);

/**
 * Takes a command line apart: `--name value`, `--name=value`, flags, words; after `--` all are words. A value may begin
 * with a dash, as notes and queries do. Of an option given twice the last one holds, but for `--set`. Throws UsageError.
 */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const words: string[] = [];
  const values = new Map<OptionName, string[]>();
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (arg === '--') {
      words.push(...args.slice(at + 1));
      break;
    }
    if (!/^-[^\s\d]/.test(arg)) {
      words.push(arg);
      continue;
    }
    const [, typed = '', , given] = /^--?([^=]*)(=([\s\S]*))?$/.exec(arg) ?? [];
    const name = arg === '-h' ? 'help' : typed;
    const kind = isOptionName(name) && (arg === '-h' || arg.startsWith('--')) ? optionKinds[name] : undefined;
    if (!isOptionName(name) || kind === undefined) throw new UsageError(usageMessages.unknownOption(arg.replace(/=[\s\S]*$/, '')));
    if (kind.value === null) {
      if (given !== undefined) throw new UsageError(usageMessages.noValueTaken(name));
      values.set(name, ['']);
      continue;
    }
    const value = given ?? args[(at += 1)];
    if (value === undefined) throw new UsageError(usageMessages.valueMissing(name, kind.value));
    values.set(name, name === 'set' ? [...(values.get(name) ?? []), value] : [value]);
  }
  return { words, values };
}

/** Sentences about command lines that cannot be understood. */
export const usageMessages = {
  unknownOption: (option: string): Text => text(`There is no option ${option}. \`crm --help\` names every job and option.`, `אין אפשרות ${option}. הפקודה \`crm --help\` מונה את כל העבודות והאפשרויות.`),
  noValueTaken: (name: string): Text => text(`--${name} takes no value.`, `האפשרות --${name} אינה מקבלת ערך.`),
  valueMissing: (name: string, value: string): Text => text(`--${name} needs a value: --${name} ${value}.`, `האפשרות --${name} צריכה ערך: --${name} ${value}.`),
  noJob: text('Name a job, such as `crm preview`. `crm --help` names every job.', 'יש לתת שם של עבודה, למשל `crm preview`. הפקודה `crm --help` מונה את כל העבודות.'),
  unknownJob: (name: string, nearest: string | null): Text =>
    text(
      `There is no job “${name}”.${nearest === null ? '' : ` Did you mean ${nearest}?`} \`crm --help\` names every job.`,
      `אין עבודה בשם „${name}”.${nearest === null ? '' : ` האם התכוונת ל-${nearest}?`} הפקודה \`crm --help\` מונה את כל העבודות.`,
    ),
  notForJob: (option: string, job: string): Text => text(`The job ${job} has no option --${option}. \`crm --help\` names each job's options.`, `לעבודה ${job} אין אפשרות --${option}. הפקודה \`crm --help\` מונה את האפשרויות של כל עבודה.`),
  wrongArguments: (usage: string): Text => text(`It goes like this: crm ${usage}.`, `כך זה נכתב: crm ${usage}.`),
};
