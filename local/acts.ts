import type { Sheet, Workbook } from './workbook/model';

const copyOfSheet = (sheet: Sheet): Sheet => ({
  ...sheet,
  // Values and attributes are never changed in place; the rows are.
  values: sheet.values.map((cells) => [...cells]),
  attributes: sheet.attributes.map((cells) => [...cells]),
  columnWidths: new Map(sheet.columnWidths),
  hiddenColumns: new Set(sheet.hiddenColumns),
  hiddenRows: new Set(sheet.hiddenRows),
  filter: sheet.filter === null ? null : { ...sheet.filter, hiddenValues: new Map(sheet.filter.hiddenValues) },
  protections: [...sheet.protections],
  conditionalFormats: [...sheet.conditionalFormats],
  charts: [...sheet.charts],
});

/** The workbook as it is now, for comparing or restoring later. */
export const snapshotOf = (workbook: Workbook): Workbook => ({
  ...workbook,
  sheets: workbook.sheets.map(copyOfSheet),
  documentProperties: new Map(workbook.documentProperties),
  scriptProperties: new Map(workbook.scriptProperties),
  userProperties: new Map([...workbook.userProperties].map(([user, store]) => [user, new Map(store)])),
  triggers: workbook.triggers.map((trigger) => ({ ...trigger })),
});

/**
 * What *File → Make a copy* gives: the sheets under a new id, without triggers. Whether the properties come along is not
 * known for sure, so both can be tried.
 */
export function copyOfWorkbook(workbook: Workbook, properties: 'lost' | 'kept' = 'lost'): Workbook {
  const copy = snapshotOf(workbook);
  const stores = properties === 'kept' ? {} : { documentProperties: new Map(), scriptProperties: new Map(), userProperties: new Map() };
  return { ...copy, ...stores, id: `${workbook.id}-copy`, title: `Copy of ${workbook.title}`, triggers: [] };
}

/** What *Version history → Restore* does: the sheets are those of before, properties and triggers stay as they are. */
export function restoreVersion(workbook: Workbook, earlier: Workbook): void {
  workbook.sheets = snapshotOf(earlier).sheets;
  for (const sheet of workbook.sheets) sheet.dirty = true;
}
