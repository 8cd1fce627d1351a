import { contactsTable } from '../contacts/contacts.table';
import { rulesTable } from '../rules/rules.table';
import { segmentsTable } from '../rules/segments.table';
import { daysOffTable } from '../settings/days-off.table';
import { settingsTable } from '../settings/settings.table';
import type { Table } from '../sheets/table';
import { ledgerTable } from '../tasks/ledger.table';
import { outcomesTable } from '../tasks/outcomes.table';
import { taskArchiveTable, tasksTable } from '../tasks/tasks.table';
import { templatesTable } from '../tasks/templates.table';
import { importProblemsTable } from './import-problems.table';
import { runsTable } from './runs.table';

/** Every sheet of ours, in the order in which Set up makes them. Formats, notes, drop-downs and the guide follow from this list. */
export const ourTables: readonly Table[] = [
  contactsTable,
  tasksTable,
  taskArchiveTable,
  rulesTable,
  segmentsTable,
  outcomesTable,
  templatesTable,
  settingsTable,
  daysOffTable,
  importProblemsTable,
  runsTable,
  ledgerTable,
];
