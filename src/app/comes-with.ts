import { defaultRules } from '../rules/default-rules';
import { defaultSegments } from '../rules/parse-segments';
import { rulesTable } from '../rules/rules.table';
import { segmentsTable } from '../rules/segments.table';
import { daysOffTable } from '../settings/days-off.table';
import { defaultDayOffRows } from '../settings/israel-holidays';
import { defaultSettingRows } from '../settings/parse-settings';
import { settingsTable } from '../settings/settings.table';
import type { Day } from '../shared/day';
import type { Language } from '../shared/text';
import { asRow, type NewRow, type SheetRow, type Table } from '../sheets/table';
import { defaultOutcomes } from '../tasks/default-outcomes';
import { defaultTemplates } from '../tasks/default-templates';
import { outcomesTable } from '../tasks/outcomes.table';
import { templatesTable } from '../tasks/templates.table';

type Rows = readonly Readonly<Record<string, unknown>>[];

/** The rows that a new sheet comes with; none for most. */
export function comesWith(table: Table, { language, today }: { readonly language: Language; readonly today: Day }): Rows {
  const rows = new Map<Table, () => Rows>();
  const seed = <T extends Table>(of: T, give: () => readonly NewRow<T>[]): void => void rows.set(of, give);
  seed(rulesTable, () => defaultRules(today));
  seed(segmentsTable, defaultSegments);
  seed(outcomesTable, () => defaultOutcomes);
  seed(templatesTable, () => defaultTemplates);
  seed(settingsTable, () => defaultSettingRows(language));
  seed(daysOffTable, () => defaultDayOffRows(language));
  return rows.get(table)?.() ?? [];
}

/** The same rows as they would be read: what a look at a workbook goes by before it has the sheet. */
export function rowsToCome<T extends Table>(table: T, shop: { readonly language: Language; readonly today: Day }): SheetRow<T>[] {
  // What a sheet comes with are new rows of its own table.
  return comesWith(table, shop).map((row, i) => ({ ...asRow(table, row as NewRow<T>), at: i + 2 }));
}
