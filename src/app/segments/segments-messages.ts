import { text, type Text } from '../../shared/text';

/** Sentences about saving segments. */
export const segmentsMessages = {
  unnamed: text('Give the segment a name.', 'יש לתת לסגמנט שם.'),
  nameTaken: (name: string): Text => text(`There is already a segment “${name}”. Choose another name, or open that one and save it.`, `כבר יש סגמנט בשם "${name}". יש לבחור שם אחר, או לפתוח את הקיים ולשמור אותו.`),
  nameIsQuery: (name: string): Text => text(`“${name}” reads as a query itself; give the segment a name in words.`, `"${name}" נקרא בעצמו כשאילתה; יש לתת לסגמנט שם במילים.`),
  changedMeanwhile: (name: string): Text => text(`Someone changed “${name}” in CRM Segments at the same moment; what they wrote stays.`, `מישהו שינה את "${name}" ב-CRM Segments באותו רגע; מה שכתב נשאר.`),
} as const;
