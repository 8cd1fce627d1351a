import { defaultRules } from '../rules/default-rules';
import { defaultSegments } from '../rules/parse-segments';
import { rulesTable } from '../rules/rules.table';
import { segmentsTable } from '../rules/segments.table';
import { daysOffTable } from '../settings/days-off.table';
import { defaultDayOffRows } from '../settings/israel-holidays';
import { defaultSettingRows } from '../settings/parse-settings';
import { settingsTable } from '../settings/settings.table';
import type { NewRow, Table } from '../sheets/table';
import { defaultOutcomes } from '../tasks/default-outcomes';
import { outcomesTable } from '../tasks/outcomes.table';
import { defaultTemplates } from '../tasks/default-templates';
import { templatesTable } from '../tasks/templates.table';
import { ourTables } from './our-tables';
import type { Shop } from './shop';

/** Makes the sheets and columns that are missing; a sheet that is new gets the rows it comes with. Gives the names of new sheets. */
export function makeSheets({ book, language, today }: Shop, mend?: 'mend'): string[] {
  const comesWith = new Map<Table, () => readonly Readonly<Record<string, unknown>>[]>();
  const seed = <T extends Table>(table: T, rows: () => readonly NewRow<T>[]): void => void comesWith.set(table, rows);
  seed(rulesTable, () => defaultRules(today));
  seed(segmentsTable, defaultSegments);
  seed(outcomesTable, () => defaultOutcomes);
  seed(templatesTable, () => defaultTemplates);
  seed(settingsTable, () => defaultSettingRows(language));
  seed(daysOffTable, () => defaultDayOffRows(language));
  return book.ensure(ourTables, mend, (table) => comesWith.get(table)?.() ?? []);
}
