import type { Problem } from '../shared/problem';
import { contactsTable, type ContactSheetRow } from './contacts.table';

/** A problem of a row of Contacts, which the value helps to find. */
export const contactProblem = (row: ContactSheetRow, value: string, reason: Problem['reason'], cure: Problem['cure']): Problem => ({
  sheet: contactsTable.name,
  row: row.at,
  value,
  reason,
  cure,
});
