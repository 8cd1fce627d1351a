import { text, type Text } from '../shared/text';

/** Words of Undo last run. */
export const undoWords = {
  nothing: text('There is no run whose tasks could be taken back: all have been finished, changed or withdrawn already.', 'אין ריצה שאפשר לקחת את משימותיה בחזרה: כולן כבר הסתיימו, השתנו או נמשכו.'),
  which: text('Which run', 'איזו ריצה'),
  night: (run: string): Text => text(`Night or run of ${run}`, `הריצה של ${run}`),
  batch: (run: string): Text => text(`Tasks made for a segment, ${run}`, `משימות שנוצרו לסגמנט, ${run}`),
  goes: (tasks: string): Text => text(`${tasks} would be withdrawn. The rows stay, marked as withdrawn.`, `${tasks} יימשכו. השורות נשארות, מסומנות כמשוכות.`),
  stays: (tasks: string): Text => text(`${tasks} of this run stay, because someone finished or changed them.`, `${tasks} מהריצה הזו נשארות, כי מישהו סיים או שינה אותן.`),
  question: text('And from the next night on?', 'ומה מהלילה הבא והלאה?'),
  forGood: text('Don’t make these again', 'לא ליצור אותן שוב'),
  forGoodHelp: text('The same order, lapse or date makes no task again.', 'אותה הזמנה, הפסקה או תאריך לא ייצרו שוב משימה.'),
  again: text('Make them again once I have changed the rules', 'ליצור אותן שוב אחרי שאשנה את הכללים'),
  againHelp: text('The same rows are reopened when they match again.', 'אותן שורות ייפתחו מחדש כשיתאימו שוב.'),
  undo: (tasks: string): Text => text(`Withdraw ${tasks}`, `משיכת ${tasks}`),
  done: (tasks: string): Text => text(`Withdrawn: ${tasks}.`, `נמשכו: ${tasks}.`),
  changeRules: text('Change the rules in CRM Rules before the next night.', 'יש לשנות את הכללים ב-CRM Rules לפני הלילה הבא.'),
} as const;
