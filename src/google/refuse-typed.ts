import { fold, languages, type Language, type Text } from '../shared/text';
import { tasksMessages } from '../tasks/finishing-messages';
import { taskStatuses, tasksTable } from '../tasks/tasks.table';

const { status, dueOn } = tasksTable.columns;
const notes: readonly Text[] = [tasksMessages.typedStatus(taskStatuses.join(', ')), tasksMessages.typedDueDate];

/**
 * Puts back a typed value that a task's row can't have, with a note on the cell that says why; the note goes with the
 * next good value. Only single cells: of a paste nobody knows what stood there before.
 */
export function refuseTyped({ range, oldValue }: GoogleAppsScript.Events.SheetsOnEdit, language: Language): void {
  if (range.getNumRows() !== 1 || range.getNumColumns() !== 1) return;
  const header: unknown = range.getSheet().getRange(1, range.getColumn()).getValue();
  if (header !== status.header && header !== dueOn.header) return;
  const complaint = header === status.header ? complaintOfStatus(range.getValue()) : complaintOfDay(range.getValue());
  if (complaint === null) {
    if (notes.some((note) => languages.some((each) => note[each] === range.getNote()))) range.setNote('');
    return;
  }
  // A date's old value comes as its serial number; the cell's own format shows it as a date again.
  const before: unknown = oldValue;
  if (before === undefined) range.clearContent();
  else range.setValue(header === dueOn.header && !Number.isNaN(Number(before)) ? Number(before) : before);
  range.setNote(complaint[language]);
}

const complaintOfStatus = (value: unknown): Text | null =>
  value === '' || taskStatuses.some((word) => fold(word) === fold(String(value))) ? null : (notes[0] ?? null);

const complaintOfDay = (value: unknown): Text | null => (value === '' || value instanceof Date ? null : (notes[1] ?? null));
