import { text, type Text } from '../../shared/text';

/** Why an edit on the screen could not be written. */
export const screenMessages = {
  notesChanged: (who: string): Text => text(`Someone changed the notes on ${who} a moment ago; theirs stand. Refresh to see them.`, `מישהו שינה לפני רגע את ההערות על ${who}; השינוי שלו נשאר. רענון יציג אותו.`),
  contactChanged: (who: string): Text => text(`The row of ${who} was changed or moved a moment ago. Refresh and try again.`, `השורה של ${who} השתנתה או זזה לפני רגע. יש לרענן ולנסות שוב.`),
  noSelection: text('Select one or more rows in Contacts, CRM Tasks or an order sheet first.', 'יש לבחור קודם שורה אחת או יותר ב-Contacts, ב-CRM Tasks או בגיליון הזמנות.'),
  tooManySelected: (most: number): Text => text(`More than ${most} rows are selected. Select at most ${most}.`, `נבחרו יותר מ-${most} שורות. אפשר לבחור עד ${most}.`),
} as const;
